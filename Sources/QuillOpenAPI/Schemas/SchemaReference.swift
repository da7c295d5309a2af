import QuillDiagnostics

extension OpenAPI {
    /// A schema where it is used: written out there, or referred to.
    ///
    /// References to schemas stay references, which keeps recursive schemas finite and lets them be named.
    public indirect enum SchemaReference: Sendable {
        case inline(Schema)
        /// `target` is always in ``Document/schemas``. `siblings` holds what stands beside the `$ref` and counts in
        /// addition (since 3.1; `x-nullable` in 2.0); nil where nothing does. The location is that of the object with the `$ref`.
        case reference(target: Identity, siblings: Schema?, location: SourceLocation)

        public var location: SourceLocation {
            switch self {
            case .inline(let schema): schema.location
            case .reference(_, _, let location): location
            }
        }

        /// The schema that is referred to; nil for one written out.
        public var target: Identity? {
            if case .reference(let target, _, _) = self { target } else { nil }
        }
    }

    /// The schemas that references lead to, by identity.
    ///
    /// Order: those of `components.schemas` as the document has them, then the others as they were first referred to.
    public struct SchemaTable: Sendable, RandomAccessCollection {
        /// One schema with the place that references to it lead to.
        public struct Entry: Sendable {
            public let identity: Identity
            /// A further reference where the schema is nothing but one: `Pet: {$ref: '#/components/schemas/Animal'}`.
            public let schema: SchemaReference
        }

        private var entries: [Entry] = []
        private var positions: [Identity: Int] = [:]

        public init() {}

        public var startIndex: Int { 0 }
        public var endIndex: Int { entries.count }
        public subscript(position: Int) -> Entry { entries[position] }

        public subscript(identity: Identity) -> SchemaReference? { positions[identity].map { entries[$0].schema } }

        /// Adds a schema unless it is there already.
        public mutating func insert(_ schema: SchemaReference, as identity: Identity) {
            guard positions[identity] == nil else { return }
            positions[identity] = entries.count
            entries.append(Entry(identity: identity, schema: schema))
        }

        /// Puts another schema where references lead to one.
        mutating func replace(_ identity: Identity, by schema: SchemaReference) {
            guard let position = positions[identity] else { return }
            entries[position] = Entry(identity: identity, schema: schema)
        }

        /// The schema that is meant in the end, with the identity of the last reference on the way; siblings of the
        /// references are not looked at. Nil only for what is not in this table or does nothing but refer to itself,
        /// neither of which a document that was read without errors contains.
        public func resolve(_ reference: SchemaReference) -> (identity: Identity?, schema: Schema)? {
            var identity: Identity?
            var current = reference
            for _ in 0...entries.count {
                switch current {
                case .inline(let schema): return (identity, schema)
                case .reference(let target, _, _):
                    guard let next = self[target] else { return nil }
                    identity = target
                    current = next
                }
            }
            return nil
        }
    }
}
