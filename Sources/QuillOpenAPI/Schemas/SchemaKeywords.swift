import QuillDiagnostics
import QuillNodes

extension OpenAPI.Schema {
    /// Remarks that do not change what is valid (JSON Schema Validation 2020-12 §9).
    public struct Annotations: Sendable {
        /// `default`.
        public var defaultValue: Node?
        /// `examples`, after 3.0's `example` where there is one.
        public var examples: [Node] = []
        public var externalDocs: OpenAPI.ExternalDocs?
        public var xml: OpenAPI.XML?
        /// `$comment`.
        public var comment: String?

        public init() {}
    }

    /// JSON Schema Validation 2020-12 §6.2.
    public struct NumberKeywords: Sendable {
        public var minimum: Bound?
        public var maximum: Bound?
        public var multipleOf: NumberText?

        public init() {}
    }

    /// A limit of a number, however a version spells that the limit itself is excluded. The tighter one of two.
    public struct Bound: Sendable, Hashable {
        public var value: NumberText
        public var isExclusive: Bool

        public init(_ value: NumberText, isExclusive: Bool) {
            self.value = value
            self.isExclusive = isExclusive
        }
    }

    /// JSON Schema Validation 2020-12 §6.3 and §8.
    public struct StringKeywords: Sendable {
        public var minLength: Int?
        public var maxLength: Int?
        /// A regular expression of ECMA-262, as written.
        public var pattern: String?
        public var contentEncoding: String?
        public var contentMediaType: String?
        public var contentSchema: OpenAPI.SchemaReference?

        public init() {}
    }

    /// JSON Schema Core 2020-12 §10.3.1, Validation §6.4.
    public struct ArrayKeywords: Sendable {
        public var items: OpenAPI.SchemaReference?
        public var prefixItems: [OpenAPI.SchemaReference] = []
        public var contains: OpenAPI.SchemaReference?
        public var minContains: Int?
        public var maxContains: Int?
        public var minItems: Int?
        public var maxItems: Int?
        public var isUnique = false
        public var unevaluatedItems: OpenAPI.SchemaReference?

        public init() {}
    }

    /// JSON Schema Core 2020-12 §10.3.2, Validation §6.5.
    public struct ObjectKeywords: Sendable {
        /// In the order of the document.
        public var properties = OpenAPI.Map<OpenAPI.SchemaReference>()
        /// Possibly with names that are not among the properties; each once.
        public var required: [String] = []
        /// Nil where not stated, which allows any.
        public var additionalProperties: AdditionalProperties?
        public var patternProperties = OpenAPI.Map<OpenAPI.SchemaReference>()
        public var propertyNames: OpenAPI.SchemaReference?
        public var minProperties: Int?
        public var maxProperties: Int?
        public var dependentRequired = OpenAPI.Map<[String]>()
        public var dependentSchemas = OpenAPI.Map<OpenAPI.SchemaReference>()
        public var unevaluatedProperties: AdditionalProperties?

        public init() {}
    }

    /// What properties that are not listed may be.
    public enum AdditionalProperties: Sendable {
        /// `true`.
        case any
        /// `false`.
        case none
        case schema(OpenAPI.SchemaReference)
    }

    /// JSON Schema Core 2020-12 §10.2, and OpenAPI's `discriminator`.
    public struct CompositionKeywords: Sendable {
        public var allOf: [OpenAPI.SchemaReference] = []
        public var anyOf: [OpenAPI.SchemaReference] = []
        public var oneOf: [OpenAPI.SchemaReference] = []
        public var not: OpenAPI.SchemaReference?
        /// `if`.
        public var condition: OpenAPI.SchemaReference?
        /// `then`.
        public var consequence: OpenAPI.SchemaReference?
        /// `else`.
        public var alternative: OpenAPI.SchemaReference?
        public var discriminator: OpenAPI.Discriminator?

        public init() {}
    }

    /// JSON Schema Core 2020-12 §8.
    public struct IdentifierKeywords: Sendable {
        /// `$id`.
        public var id: String?
        /// `$schema`.
        public var dialect: String?
        /// `$anchor`.
        public var anchor: String?
        /// `$dynamicAnchor`.
        public var dynamicAnchor: String?
        /// `$vocabulary`.
        public var vocabulary: Node?
        /// `$defs`; what references lead to is in the document's table as well.
        public var definitions = OpenAPI.Map<OpenAPI.SchemaReference>()

        public init() {}
    }
}

extension OpenAPI {
    /// Which of several schemas a value follows, told by one of its properties (OpenAPI 3.1 §4.8.25).
    public struct Discriminator: Sendable {
        public var propertyName: String
        /// The schema for a value of the property; names of schemas are resolved. Values that are not here stand for
        /// the schema of that name.
        public var mapping: Map<Identity>
        /// The schema for values without the property, and for values of it that name no schema (since 3.2).
        public var defaultMapping: Identity?
        public var extensions: [Extension]
        public var location: SourceLocation
    }

    /// How a value looks in XML (OpenAPI 3.1 §4.8.26).
    public struct XML: Sendable {
        /// What a value is a node of (OpenAPI 3.2 §4.26.1).
        public enum NodeType: String, Sendable, Hashable, CaseIterable {
            case element, attribute, text, cdata, none
        }

        public var name: String?
        public var namespace: String?
        public var prefix: String?
        public var isAttribute: Bool
        public var isWrapped: Bool
        /// Since 3.2, in place of ``isAttribute`` and ``isWrapped``; nil where not stated.
        public var nodeType: NodeType?
        public var extensions: [Extension]
        public var location: SourceLocation
    }
}
