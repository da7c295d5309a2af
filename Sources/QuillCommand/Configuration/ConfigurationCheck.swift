import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// Holds a configuration to its shape.
struct ConfigurationCheck {
    private var faults: [Diagnostic] = []

    /// - Throws: everything that is wrong with it.
    static func check(_ root: Node) throws(DiagnosticsError) {
        var check = ConfigurationCheck()
        check.check(root, is: ConfigurationTable.root, noun: "the configuration")
        guard check.faults.isEmpty else { throw DiagnosticsError(check.faults) }
    }

    /// - Parameter noun: what the value is called in a sentence.
    private mutating func check(_ node: Node, is shape: ConfigurationShape, noun: String) {
        switch shape {
        case .text: _ = text(node, noun)
        case .flag:
            if node.bool == nil { wrongType(node, noun, expected: "a boolean") }
        case .path:
            guard let text = text(node, noun), text.isEmpty || text.utf8.contains(0) else { return }
            faults.append(.error(.invalidPath, "\(noun) is not a path", at: node.location))
        case .host:
            guard let text = text(node, noun), RemoteHost(text) == nil else { return }
            faults.append(
                .error(
                    .unknownValue, "`\(text)` is no host", at: node.location,
                    notes: [.init("it is written `api.example.com` or `localhost:8080`")]))
        case .moduleName: checkName(node, noun, isModule: true)
        case .swiftName: checkName(node, noun, isModule: false)
        case .choice(let words):
            guard let text = text(node, noun), !words.contains(text) else { return }
            faults.append(
                .error(
                    .unknownValue, "\(noun) does not know `\(text)`", at: node.location,
                    notes: [Self.hint(text, words, "the values")]))
        case .list(let item, let itemNoun):
            guard let items = node.array else { return wrongType(node, noun, expected: "a list") }
            for value in items { check(value, is: item, noun: itemNoun ?? noun) }
        case .map(let value, _):
            guard let object = node.object else { return wrongType(node, noun, expected: "an object") }
            for member in object where !ConfigurationKey.isRemark(member.key) {
                check(member.value, is: value, noun: "`\(member.key)`")
            }
        case .object(let keys): check(node, has: keys, noun)
        }
    }

    private mutating func check(_ node: Node, has keys: [ConfigurationKey], _ noun: String) {
        guard let object = node.object else { return wrongType(node, noun, expected: "an object") }
        for member in object where !ConfigurationKey.isRemark(member.key) {
            if let key = keys.first(where: { $0.name == member.key }) {
                check(member.value, is: key.shape, noun: "`\(key.name)`")
                continue
            }
            let known = keys.map(\.name).filter { $0 != "$schema" }
            faults.append(
                .error(
                    .unknownKey, "\(noun) has no key `\(member.key)`", at: member.keyLocation,
                    notes: [Self.hint(member.key, known, "the keys")]))
        }
        for key in keys where key.isRequired && object[key.name] == nil {
            let meaning = key.meaning.prefix(1).lowercased() + key.meaning.dropFirst().prefix { $0 != "." }
            faults.append(.error(.missingKey, "\(noun) has no `\(key.name)`, \(meaning)", at: node.location))
        }
    }

    private mutating func checkName(_ node: Node, _ noun: String, isModule: Bool) {
        guard let text = text(node, noun) else { return }
        guard isModule ? !SwiftName.isModule(text) : !SwiftName.isIdentifier(text) else { return }
        faults.append(
            .error(
                .invalidName, "`\(text)` cannot be a name in Swift: \(SwiftName.rule(isModule: isModule))",
                at: node.location))
    }

    private mutating func text(_ node: Node, _ noun: String) -> String? {
        if node.string == nil { wrongType(node, noun, expected: "a string") }
        return node.string
    }

    private mutating func wrongType(_ node: Node, _ noun: String, expected: String) {
        faults.append(
            .error(.wrongType, "\(noun) is \(node.kindDescription), where \(expected) is expected", at: node.location))
    }

    private static func hint(_ word: String, _ known: [String], _ noun: String) -> Diagnostic.Note {
        .init(
            Spelling.nearest(to: word, among: known).map { "did you mean `\($0)`?" }
                ?? "\(noun) are \(known.map { "`\($0)`" }.joined(separator: ", "))")
    }
}
