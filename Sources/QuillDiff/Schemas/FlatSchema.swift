import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// What a value must be, all of `allOf` put together, however the document spells it.
struct FlatSchema: Sendable {
    typealias Part = OpenAPI.SchemaReference

    /// Without null; every type where none is stated. `number` contains `integer`.
    var types: OpenAPI.SchemaTypes = .values
    var typeStatement = TypeStatement.none
    /// Whether null is among the values; nil where nothing tells.
    var allowsNull: Bool?
    var format: String?
    /// `enum` and `const`, null left out.
    var values: [Node]?
    var isConstant = false
    var extensibleValues: [Node] = []

    var minimum: OpenAPI.Schema.Bound?
    var maximum: OpenAPI.Schema.Bound?
    var multiples: [NumberText] = []

    var minLength: Int?
    var maxLength: Int?
    var patterns: [String] = []
    var contentEncoding: String?
    var contentMediaType: String?
    var contentSchema: [Part] = []

    var items: [Part] = []
    var prefixItems: [[Part]] = []
    var contains: [Part] = []
    var minContains: Int?
    var maxContains: Int?
    var minItems: Int?
    var maxItems: Int?
    var isUnique = false
    var unevaluatedItems: [Part] = []

    var properties: [PropertyUse] = []
    var required: [String] = []
    var additional = Additional.open
    var patternProperties: [PropertyUse] = []
    var propertyNames: [Part] = []
    var minProperties: Int?
    var maxProperties: Int?
    var dependentRequired: [String: [String]] = [:]
    var dependentSchemas: [PropertyUse] = []
    var unevaluatedProperties = Additional.open

    var unions: [Union] = []
    /// One that stands beside no union, as schemas have it that others extend.
    var discriminator: OpenAPI.Discriminator?
    var exclusions: [[Part]] = []
    var conditions: [Condition] = []
    var partCount = 0

    var isReadOnly = false
    var isWriteOnly = false
    var isDeprecated = false
    var defaultValue: Node?
    var title: String?
    var description: String?
    var comment: String?
    var examples: [Node] = []
    var externalDocs: String?
    var xml: OpenAPI.XML?
    var extensions: [OpenAPI.Extension] = []
    var location: SourceLocation?

    /// How the types are known.
    enum TypeStatement: Sendable {
        case none, implied, stated
    }

    /// What members beyond those listed must be.
    enum Additional: Sendable {
        case open, closed
        case schema([Part])
    }

    /// `oneOf` or `anyOf` with at least two choices that are not null.
    struct Union: Sendable {
        let isExclusive: Bool
        let choices: [Part]
        let discriminator: OpenAPI.Discriminator?
        let location: SourceLocation
    }

    /// `if`, `then` and `else`.
    struct Condition: Sendable {
        let test: Part
        let consequence: Part?
        let alternative: Part?
    }

    /// Whether nothing is said of a value but that it follows one of several schemas.
    var isOnlyUnion: Bool {
        unions.count == 1 && values == nil && properties.isEmpty && required.isEmpty
            && items.isEmpty && format == nil && patterns.isEmpty && exclusions.isEmpty && conditions.isEmpty
            && !isConstrained
    }

    /// Whether anything is said of what a value is.
    var saysAnything: Bool {
        typeStatement != .none || values != nil || format != nil || !patterns.isEmpty || !unions.isEmpty
            || !exclusions.isEmpty || !conditions.isEmpty || isConstrained
    }

    private var isConstrained: Bool {
        minimum != nil || maximum != nil || !multiples.isEmpty || minLength != nil || maxLength != nil
            || minItems != nil || maxItems != nil || minProperties != nil || maxProperties != nil
    }
}

extension OpenAPI.SchemaTypes {
    /// Every type but null.
    static let values: OpenAPI.SchemaTypes = [.boolean, .integer, .number, .string, .array, .object]

    /// The types that a person names: `number` without the `integer` in it.
    var valueNames: String {
        if self == .values { return "any" }
        let shown = contains(.number) ? subtracting(.integer) : self
        return shown.isEmpty ? "nothing" : shown.names.joined(separator: ", ")
    }

    /// How many a person would count.
    var valueCount: Int { (contains(.number) ? subtracting(.integer) : self).names.count }
}
