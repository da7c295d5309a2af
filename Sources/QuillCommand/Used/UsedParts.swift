import QuillAPI
import QuillSwiftModel

/// Which parts of an API some sources use, judged by the words in them. In doubt a part counts as used.
struct UsedParts {
    private let names: SwiftNames
    private let words: Set<String>
    private let groups: [[String]: SwiftNames.Group]

    /// - Parameter words: those of the sources, as ``SourceWords`` has them.
    init(_ names: SwiftNames, words: Set<String>) {
        self.names = names
        self.words = words
        groups = Dictionary(names.groups.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The part of the API that is used, with what it needs.
    func of(_ api: API) -> API {
        guard !usesEverything else { return api }
        let groups = Set(names.groups.filter(isMentioned).map(\.path))
        let operations = names.operations.filter { operation in
            words.contains(plain(operation.constant)) || !words.isDisjoint(with: operation.types)
                || (operation.methods.contains { isCalled(plain($0), in: operation.group) }
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
        let groups = UsedParts(names, words: []).groups
        for operation in names.operations {
            words.formUnion([plain(operation.constant)] + operation.types)
            for method in operation.methods.map(plain) {
                words.insert(SourceWords.last(method))
                let owners = groups[operation.group].map(Self.words) ?? []
                words.formUnion(owners.map { SourceWords.member(method, of: $0) })
            }
        }
        for word in names.groups.flatMap(Self.words) { words.formUnion([word, SourceWords.last(word)]) }
        words.formUnion(names.schemas.values.map(plain))
        return words
    }

    /// A service that answers with all examples has all operations.
    private static let everything: Set<String> = ["ExampleAnswers", "ExampleService"]

    private var usesEverything: Bool { !words.isDisjoint(with: Self.everything) }

    private func isMentioned(_ group: SwiftNames.Group) -> Bool { !words.isDisjoint(with: Self.words(group)) }

    /// Whether a method of a group may be called, or passed on.
    ///
    /// It has no members, so what is only met before one is something else: `repos` in `client.repos.get()` is no call of
    /// `client.search.repos`. And where a group is only met before its members, none of it is kept in a variable, and
    /// its methods stand right behind its name; otherwise they may stand anywhere.
    private func isCalled(_ method: String, in group: [String]) -> Bool {
        guard words.contains(SourceWords.last(method)) else { return false }
        guard let owners = groups[group].map(Self.words),
            !owners.contains(where: { words.contains(SourceWords.last($0)) })
        else { return true }
        return owners.contains { words.contains(SourceWords.member(method, of: $0)) }
    }

    /// The words for a group: of the property that leads to it, and of its type.
    private static func words(_ group: SwiftNames.Group) -> [String] { [plain(group.property), group.type] }

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
