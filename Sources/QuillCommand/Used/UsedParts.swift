import QuillAPI
import QuillSwiftModel

/// Which parts of an API some sources use, judged by the words in them. In doubt a part counts as used.
struct UsedParts {
    private let names: SwiftNames
    private let words: Set<String>

    init(_ names: SwiftNames, words: Set<String>) {
        self.names = names
        self.words = words
    }

    /// The part of the API that is used, with what it needs.
    func of(_ api: API) -> API {
        guard !usesEverything else { return api }
        let groups = Set(names.groups.filter(isMentioned).map(\.path))
        let operations = names.operations.filter { operation in
            words.contains(plain(operation.constant)) || !words.isDisjoint(with: operation.types)
                || (operation.methods.contains { words.contains(plain($0)) }
                    && isReachable(operation.group, groups))
        }
        let schemas = names.schemas.filter { words.contains(plain($0.value)) }.keys
        return api.keeping(
            endpoints: Set(operations.map(\.id)), schemas: Set(schemas), groups: groups,
            keepsSent: !words.isDisjoint(with: names.webhooks))
    }

    /// The words that decide.
    static func deciding(_ names: SwiftNames) -> Set<String> {
        var words = everything.union(names.webhooks)
        for operation in names.operations {
            words.formUnion([plain(operation.constant)] + operation.methods.map(plain) + operation.types)
        }
        for group in names.groups { words.formUnion([plain(group.property), group.type]) }
        words.formUnion(names.schemas.values.map(plain))
        return words
    }

    /// A service that answers with all examples has all operations.
    private static let everything: Set<String> = ["ExampleAnswers", "ExampleService"]

    private var usesEverything: Bool { !words.isDisjoint(with: Self.everything) }

    private func isMentioned(_ group: SwiftNames.Group) -> Bool {
        words.contains(plain(group.property)) || words.contains(group.type)
    }

    /// Whether each group on the way is mentioned.
    private func isReachable(_ path: [String], _ mentioned: Set<[String]>) -> Bool {
        (0..<path.count).allSatisfy { mentioned.contains(Array(path.prefix($0 + 1))) }
    }

    private func plain(_ name: String) -> String { Self.plain(name) }

    private static func plain(_ name: String) -> String { name.filter { $0 != "`" } }
}

extension SwiftOptions {
    /// The same with all names decided, so that they stay what they are in a part of the API.
    func fixing(_ names: SwiftNames) -> SwiftOptions {
        var options = self
        for operation in names.operations {
            options.operationNames[operation.id] = operation.methods.first?.filter { $0 != "`" }
        }
        for (id, name) in names.schemas { options.schemaNames[id.description] = name.filter { $0 != "`" } }
        return options
    }
}
