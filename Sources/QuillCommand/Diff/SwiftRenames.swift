import QuillAPI
import QuillDiff
import QuillOpenAPI
import QuillSwiftModel

/// What generated code called otherwise for an earlier document.
struct SwiftRenames {
    private let old: Names
    private let new: Names
    /// The new name of each component schema that has another one.
    private let schemas: [String: String]

    /// An API and what it is called in Swift.
    private struct Names {
        let types: [SchemaID: String]
        /// Each operation's method by what is requested.
        let calls: [String: FormerCall]

        init(_ api: API, _ options: SwiftOptions) {
            let names = SwiftModelBuilder.names(api, options: options)
            types = names.schemas
            let groups = Dictionary(
                names.groups.map { ($0.path, FormerCall.Group(property: $0.property, type: $0.type)) },
                uniquingKeysWith: { first, _ in first })
            let requests = Dictionary(
                api.endpoints.map { ($0.id, Self.request($0)) }, uniquingKeysWith: { first, _ in first })
            var calls: [String: FormerCall] = [:]
            for operation in names.operations {
                guard let request = requests[operation.id], let method = operation.methods.first else { continue }
                calls[request] = FormerCall(
                    operation: operation.id,
                    groups: operation.group.indices.compactMap { groups[Array(operation.group[...$0])] }, method: method
                )
            }
            self.calls = calls
        }

        /// `GET /pets/{}`: what parameters of the path are called is nobody's business.
        private static func request(_ endpoint: Endpoint) -> String {
            "\(endpoint.method) \(OpenAPI.PathTemplate(endpoint.path.text)?.shape ?? endpoint.path.text)"
        }
    }

    /// - Parameter schemas: ``APIDifference/renamedSchemas``.
    init(
        old: API, _ oldOptions: SwiftOptions, new: API, _ newOptions: SwiftOptions, schemas: [String: String]
    ) {
        self.old = Names(old, oldOptions)
        self.new = Names(new, newOptions)
        self.schemas = schemas
    }

    /// Types that only have another name; in order of the old one.
    var types: [(old: String, new: String, schema: SchemaID)] {
        old.types.compactMap { schema, name in
            var words = schema.words
            if new.types[schema] == nil, let root = words.first, let renamed = schemas[root] { words[0] = renamed }
            let heir = SchemaID(words)
            guard let now = new.types[heir], now != name else { return nil }
            return (name, now, heir)
        }.sorted { $0.old < $1.old }
    }

    /// Methods that only have another name or place, as they were, by the operation of now; in order of the old name.
    var calls: [FormerCall] { movedCalls.map(\.former) }

    private var movedCalls: [(former: FormerCall, old: String, new: String)] {
        old.calls.compactMap { request, call in
            guard let now = new.calls[request], now.path != call.path else { return nil }
            let former = FormerCall(operation: now.operation, groups: call.groups, method: call.method)
            return (former, call.path, now.path)
        }.sorted { $0.old < $1.old }
    }

    /// As the note for those who move has them.
    var all: [SwiftRename] {
        types.map { SwiftRename(old: $0.old, new: $0.new) }
            + movedCalls.map { SwiftRename(old: $0.old, new: $0.new) }
    }
}

extension FormerCall {
    /// `client.datasets.list`
    fileprivate var path: String { (["client"] + groups.map(\.property) + [method]).joined(separator: ".") }
}

extension Project {
    /// The options that an API becomes Swift by, where nothing else is said.
    func swiftOptions(for api: API) -> SwiftOptions {
        var options = SwiftOptions(
            name: configuration.name ?? SwiftName.module(ofTitle: api.title) ?? "API",
            operationNames: configuration.operationNames.bySubject,
            schemaNames: configuration.schemaNames.bySubject)
        options.memberNames = configuration.memberNames
        return options
    }
}
