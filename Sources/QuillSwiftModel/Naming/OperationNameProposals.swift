import QuillAPI

/// Shorter names for methods whose own repeat what the client says already: `client.pets.listPets()`.
///
/// For somebody to choose from, once: what they are depends on all operations of a group, so that adding one could
/// rename others.
public struct OperationNameProposals {
    private let endpoints: [Endpoint]
    private let names: SwiftNames

    /// - Parameter names: what everything is called without proposals.
    public init(_ api: API, names: SwiftNames) {
        endpoints = api.endpoints
        self.names = names
    }

    /// The operations with another name, in the order of the document.
    public var all: [(operation: String, name: String)] {
        let current = Dictionary(
            names.operations.map { ($0.id, $0.methods) }, uniquingKeysWith: { first, _ in first })
        var proposed: [String: String] = [:]
        for endpoint in endpoints where endpoint.preferredName == nil {
            guard let methods = current[endpoint.id], let now = methods.first, let name = name(endpoint),
                name != now, name.count < now.count
            else { continue }
            proposed[endpoint.id] = name
        }
        for group in Dictionary(grouping: endpoints, by: \.group).values { withdrawClashing(group, current, &proposed) }
        return endpoints.compactMap { endpoint in proposed[endpoint.id].map { (endpoint.id, $0) } }
    }

    /// Two operations of a group that would have one name keep theirs.
    private func withdrawClashing(
        _ group: [Endpoint], _ current: [String: [String]], _ proposed: inout [String: String]
    ) {
        let children = Set(
            names.groups.filter { $0.path.dropLast() == (group.first?.group ?? [])[...] }.map(\.property))
        var isChanging = true
        while isChanging {
            isChanging = false
            var count: [String: Int] = [:]
            for endpoint in group {
                for name in proposed[endpoint.id].map({ [$0] }) ?? current[endpoint.id] ?? [] {
                    count[name, default: 0] += 1
                }
            }
            for endpoint in group {
                guard let name = proposed[endpoint.id], count[name, default: 0] > 1 || children.contains(name) else {
                    continue
                }
                proposed[endpoint.id] = nil
                isChanging = true
            }
        }
    }

    /// nil where nothing better can be seen.
    private func name(_ endpoint: Endpoint) -> String? {
        let segments = endpoint.path.text.split(separator: "/").map(String.init)
        // `/api/v1` in front of every path says nothing.
        let noise = Set(segments.prefix(while: Self.isNoise).flatMap(Self.lowered))
        var words = Self.lowered(endpoint.id)
        let start = words.count > 1 && Self.methods.contains(words[0]) ? 1 : 0
        while words.count > start + 1, noise.contains(words[start]) { words.remove(at: start) }
        let nouns = Set(segments.filter { !$0.contains("{") }.flatMap(Self.lowered).map(Self.stem)).subtracting(noise)
        var isPlural = false
        for group in endpoint.group {
            let stems = Self.lowered(group).map(Self.stem)
            isPlural = isPlural || words.contains { stems.contains(Self.stem($0)) && Self.stem($0) != $0 }
            words = Self.removing(stems, from: words, notBehind: nouns.subtracting(stems))
        }
        words = withoutParameters(words, endpoint)
        // `get_users_list`
        if words.count > 1, let first = words.first, let last = words.last, Self.verbs[first]?.contains(last) == true {
            words.removeFirst()
        }
        if words.count == 1, let word = words.first, Self.methods.contains(word) {
            words = [verb(for: word, endpoint, isPlural: isPlural)]
        }
        guard let first = words.first, !Self.connectives.contains(first), first.first?.isLetter == true,
            let last = words.last, !Self.connectives.contains(last)
        else { return nil }
        let name = Words(words).lowerCamel
        return Identifier.escaped(name) == name ? name : nil
    }

    private static func lowered(_ text: String) -> [String] { Words(splitting: text).words.map { $0.lowercased() } }

    /// `getPetByID` without what its argument says: `getPet`.
    private func withoutParameters(_ words: [String], _ endpoint: Endpoint) -> [String] {
        guard !endpoint.path.parameterNames.isEmpty else { return words }
        let known = Set(endpoint.path.parameterNames.flatMap(Self.lowered) + ["id", "and"])
        if let by = words.lastIndex(of: "by"), by > 0, by + 1 < words.count,
            words[(by + 1)...].allSatisfy(known.contains)
        {
            return Array(words[..<by])
        }
        // As written by machines: `get_files_id`.
        let rest = words.filter { $0 != "id" }
        return rest.isEmpty || endpoint.id.contains(where: \.isUppercase) ? words : rest
    }

    /// What a method that is all that is left of the name does.
    private func verb(for method: String, _ endpoint: Endpoint, isPlural: Bool) -> String {
        let isItem = endpoint.path.text.split(separator: "/").last?.first == "{"
        return switch method {
        case "get" where !isItem && (isPlural || endpoint.answers.contains(where: isList)): "list"
        case "post": isItem ? "update" : "create"
        case "put", "patch": "update"
        default: method
        }
    }

    private func isList(_ response: Response) -> Bool {
        if case .array = response.content?.type.kind { return true }
        return false
    }

    private static let methods: Set<String> = ["get", "post", "put", "patch", "delete"]
    /// What some say for a method.
    private static let verbs: [String: Set<String>] = [
        "get": ["list", "retrieve", "read", "get"], "post": ["create", "add", "post"],
        "put": ["update", "replace", "put"], "patch": ["update", "patch"], "delete": ["delete", "destroy", "remove"],
    ]
    /// What no name begins or ends with.
    private static let connectives: Set<String> = [
        "a", "all", "an", "and", "as", "at", "by", "current", "each", "for", "from", "id", "in", "into", "my", "of",
        "on",
        "or", "other", "per", "the", "this", "to", "via", "with",
    ]

    /// Whether a segment of a path only says that this is an interface, and of which version.
    public static func isNoise(_ segment: String) -> Bool {
        let word = segment.lowercased()
        if ["api", "apis", "rest", "public", "services"].contains(word) { return true }
        let digits = word.hasPrefix("v") ? word.dropFirst() : word[...]
        return !digits.isEmpty && digits.first?.isNumber == true
            && digits.allSatisfy {
                $0.isNumber || ".-_".contains($0) || $0 == "b" || $0 == "e" || $0 == "t" || $0 == "a"
            }
    }

    /// The words without others that stand in a row, whether one or many are spoken of; never nothing.
    ///
    /// - Parameter nouns: behind one of these they are about something else: comments of files, not comments.
    private static func removing(_ stems: [String], from words: [String], notBehind nouns: Set<String>) -> [String] {
        guard !stems.isEmpty, words.count > stems.count else { return words }
        for index in 0...(words.count - stems.count) {
            if zip(words[index...], stems).allSatisfy({ stem($0) == $1 }) {
                return Array(words[..<index] + words[(index + stems.count)...])
            }
            // The first is what is done.
            if index > 0, nouns.contains(stem(words[index])) { break }
        }
        return words
    }

    /// `policies`, `policy`: `policy`
    private static func stem(_ word: String) -> String {
        if word.count > 4, word.hasSuffix("ies") { return word.dropLast(3) + "y" }
        for ending in ["sses", "ches", "shes", "xes", "uses"] where word.hasSuffix(ending) {
            return String(word.dropLast(2))
        }
        return word.count > 2 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
    }
}
