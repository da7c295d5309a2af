import QuillDiagnostics
import QuillOpenAPI

/// Which operations of a document become part of the API; what only others need is left out with them.
public struct Selection: Sendable, Hashable {
    /// What any of these describes is in. Without any, everything is.
    public var include: [Criterion]
    /// What any of these describes is out.
    public var exclude: [Criterion]
    /// Components that stay whether operations need them or not, with what they are made of.
    public var schemas: Set<String>

    public init(include: [Criterion] = [], exclude: [Criterion] = [], schemas: Set<String> = []) {
        self.include = include
        self.exclude = exclude
        self.schemas = schemas
    }

    /// Something that operations can have: `/pets/**`, as a path.
    public struct Criterion: Sendable, Hashable {
        public enum Kind: String, Sendable, CaseIterable {
            /// An `operationId`, or a method and a path: `get /pets`.
            case operations
            case tags
            case paths
            /// A scope that some alternative of the operation's security asks for.
            case scopes
        }

        public let kind: Kind
        /// `*` stands for any text, in a path for any text without a slash, where `**` stands for any text.
        public let pattern: String
        /// Where it is asked for; nil where that is no file.
        public let location: SourceLocation?

        public init(_ kind: Kind, _ pattern: String, at location: SourceLocation?) {
            self.kind = kind
            self.pattern = pattern
            self.location = location
        }
    }

    /// Whether it leaves everything as it is.
    public var isEmpty: Bool { include.isEmpty && exclude.isEmpty && schemas.isEmpty }

    /// The document with the selected operations only, and what is to be said about the selection.
    func applied(to document: OpenAPI.Document) -> (document: OpenAPI.Document, faults: Faults) {
        guard !isEmpty else { return (document, Faults()) }
        var used: Set<Criterion> = []
        var isAnySelected = false
        func selected(_ items: OpenAPI.Map<OpenAPI.PathItem>) -> OpenAPI.Map<OpenAPI.PathItem> {
            OpenAPI.Map(
                items.compactMap { entry in
                    var item = entry.value
                    item.operations.removeAll { operation in
                        let subject = Subject(operation, path: entry.key, document)
                        func anyMatches(_ criteria: [Criterion]) -> Bool {
                            let matching = criteria.filter(subject.has)
                            used.formUnion(matching)
                            return !matching.isEmpty
                        }
                        let isIn = anyMatches(include) || include.isEmpty
                        return anyMatches(exclude) || !isIn
                    }
                    guard !item.operations.isEmpty else { return nil }
                    isAnySelected = true
                    return .init(key: entry.key, keyLocation: entry.keyLocation, value: item)
                })
        }
        var document = document
        document.paths = selected(document.paths)
        document.webhooks = selected(document.webhooks)
        var faults = Faults()
        for criterion in include + exclude where !used.contains(criterion) {
            faults.warning(
                .unusedSelection, "no operation matches `\(criterion.pattern)` in \(criterion.kind.rawValue)",
                at: criterion.location)
        }
        if !isAnySelected, schemas.isEmpty {
            faults.error(
                .emptySelection, "none of the document's operations is selected",
                at: (include + exclude).lazy.compactMap(\.location).first)
        }
        return (document, faults)
    }

    /// What criteria ask an operation for.
    private struct Subject {
        let names: [String]
        let tags: [String]
        let path: String
        let scopes: [String]

        init(_ operation: OpenAPI.Operation, path: String, _ document: OpenAPI.Document) {
            names = [operation.operationID, "\(operation.method.name.lowercased()) \(path)"].compactMap { $0 }
            tags = operation.tags
            self.path = path
            scopes = (document.security(of: operation) ?? []).flatMap(\.schemes).flatMap(\.scopes).map(\.name)
        }

        func has(_ criterion: Criterion) -> Bool {
            switch criterion.kind {
            case .operations: names.contains { Glob(criterion.pattern, stopsAtSlashes: false).matches($0) }
            case .tags: tags.contains { Glob(criterion.pattern, stopsAtSlashes: false).matches($0) }
            case .paths: Glob(criterion.pattern, stopsAtSlashes: true).matches(path)
            case .scopes: scopes.contains { Glob(criterion.pattern, stopsAtSlashes: false).matches($0) }
            }
        }
    }
}
