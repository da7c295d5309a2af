import QuillDiagnostics
import QuillNodes

extension OpenAPI {
    /// What a value must look like: JSON Schema 2020-12 with OpenAPI's additions, and 3.0's dialect translated to it.
    ///
    /// Keywords stand in groups, each empty where the schema states none of it. The groups are stored apart, so that a
    /// schema is small: large documents have tens of thousands.
    public struct Schema: Sendable {
        /// For the schemas `true` (anything) and `false` (nothing), which state nothing else; nil for all others.
        public var boolean: Bool?
        /// `type`; nil where not stated. Contains `null` also where `nullable: true` says so.
        public var types: SchemaTypes?
        /// 3.0's `nullable: true`.
        ///
        /// Where a type is stated, ``types`` contains `null` as well. The flag matters where none is, as beside
        /// `allOf: [$ref]` or `enum`: a strict reading of 3.0.3 gives `nullable` no effect there, yet every author who
        /// writes it means that null is allowed whatever else the schema says, and that is what the flag states.
        /// ``enumeration`` stays as written. In 3.0 it counts nothing beside a `$ref`, like all siblings; in 3.1,
        /// where the keyword no longer exists but is common, it is honoured with a warning, beside `$ref` too.
        public var isNullable = false
        public var format: String?
        /// `enum`.
        public var enumeration: [Node]?
        /// `const`.
        public var constant: Node?
        public var title: String?
        public var description: String?
        public var isDeprecated = false
        public var isReadOnly = false
        public var isWriteOnly = false
        public var extensions: [Extension] = []
        /// Where the schema stands.
        public var location: SourceLocation

        private var annotationsBox: Box<Annotations>?
        private var numberBox: Box<NumberKeywords>?
        private var stringBox: Box<StringKeywords>?
        private var arrayBox: Box<ArrayKeywords>?
        private var objectBox: Box<ObjectKeywords>?
        private var compositionBox: Box<CompositionKeywords>?
        private var identifiersBox: Box<IdentifierKeywords>?

        /// A schema that states nothing, to be filled.
        public init(at location: SourceLocation) {
            self.location = location
        }

        /// Default, examples and other remarks.
        public var annotations: Annotations {
            get { annotationsBox?.value ?? Annotations() }
            set { annotationsBox = Box(newValue) }
        }

        /// What is said about numbers.
        public var number: NumberKeywords {
            get { numberBox?.value ?? NumberKeywords() }
            set { numberBox = Box(newValue) }
        }

        /// What is said about strings.
        public var string: StringKeywords {
            get { stringBox?.value ?? StringKeywords() }
            set { stringBox = Box(newValue) }
        }

        /// What is said about arrays.
        public var array: ArrayKeywords {
            get { arrayBox?.value ?? ArrayKeywords() }
            set { arrayBox = Box(newValue) }
        }

        /// What is said about objects.
        public var object: ObjectKeywords {
            get { objectBox?.value ?? ObjectKeywords() }
            set { objectBox = Box(newValue) }
        }

        /// How the schema is made of others.
        public var composition: CompositionKeywords {
            get { compositionBox?.value ?? CompositionKeywords() }
            set { compositionBox = Box(newValue) }
        }

        /// Names that the schema gives itself, and dynamic references.
        public var identifiers: IdentifierKeywords {
            get { identifiersBox?.value ?? IdentifierKeywords() }
            set { identifiersBox = Box(newValue) }
        }

        /// Whether any keyword of the group is stated.
        public var saysNumber: Bool { numberBox != nil }
        public var saysString: Bool { stringBox != nil }
        public var saysArray: Bool { arrayBox != nil }
        public var saysObject: Bool { objectBox != nil }
        public var saysComposition: Bool { compositionBox != nil }
    }

    /// Storage apart from the value that has it. Never written to, so that sharing it cannot be observed.
    private final class Box<Value: Sendable>: Sendable {
        let value: Value

        init(_ value: Value) {
            self.value = value
        }
    }
}
