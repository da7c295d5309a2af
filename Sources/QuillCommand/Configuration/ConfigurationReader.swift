import QuillAPI
import QuillDiagnostics
import QuillNodes

/// Reads `quill.json`.
///
///     {
///       "document": "api.yaml",
///       "output": "../Generated",
///       "name": "Pets",
///       "templates": "templates",
///       "scopes": { "key": { "{object}:write": ["{object}:read"] } },
///       "pagination": [ { "items": "results", "next": "next", "offset": "offset", "limit": "limit" } ],
///       "names": { "operations": { "pets_list": "all" }, "schemas": { "Pet": "Animal" } }
///     }
struct ConfigurationReader {
    private let folder: FilePath
    private var faults: [Diagnostic] = []

    /// - Parameter folder: the folder of the file, which its paths are relative to.
    /// - Throws: everything that is wrong with it.
    static func read(_ root: Node, folder: FilePath) throws(DiagnosticsError) -> Configuration {
        var reader = ConfigurationReader(folder: folder)
        let configuration = reader.configuration(root)
        guard reader.faults.isEmpty else { throw DiagnosticsError(reader.faults) }
        return configuration
    }

    private init(folder: FilePath) {
        self.folder = folder
    }

    private mutating func configuration(_ root: Node) -> Configuration {
        var configuration = Configuration()
        for member in members(
            root, "the configuration",
            known: ["document", "output", "name", "templates", "scopes", "pagination", "names"])
        {
            switch member.key {
            case "document": configuration.document = path(member)
            case "output": configuration.output = path(member)
            case "name": configuration.name = name(member, isModule: true)
            case "templates": configuration.templates = path(member)
            case "scopes": configuration.api.scopeRules = scopeRules(member.value)
            case "pagination": configuration.api.paginationRules = paginationRules(member)
            case "names":
                for member in members(member.value, "`names`", known: ["operations", "schemas"]) {
                    let choices = members(member.value, "`\(member.key)`").compactMap { choice in
                        name(choice, isModule: false).map {
                            Configuration.NameChoice(subject: choice.key, name: $0, location: choice.keyLocation)
                        }
                    }
                    if member.key == "operations" {
                        configuration.operationNames = choices
                    } else {
                        configuration.schemaNames = choices
                    }
                }
            default: break
            }
        }
        return configuration
    }

    // MARK: What an API cannot say

    private mutating func scopeRules(_ node: Node) -> [ScopeRule] {
        members(node, "`scopes`").flatMap { scheme in
            members(scheme.value, "`\(scheme.key)`").compactMap { rule in
                texts(rule).map { ScopeRule(scheme: scheme.key, scope: rule.key, includes: $0) }
            }
        }
    }

    private mutating func paginationRules(_ member: NodeObject.Member) -> [PaginationRule] {
        guard let nodes = list(member) else { return [] }
        return nodes.compactMap { node in
            let faultsBefore = faults.count
            var found: [String: String] = [:]
            for member in members(node, "a rule of `pagination`", known: ["items", "next", "offset", "limit"]) {
                found[member.key] = text(member)
            }
            guard let items = found["items"] else {
                if faults.count == faultsBefore {
                    faults.append(
                        .error(
                            .missingKey, "a rule of `pagination` has no `items`, the property with a page's items",
                            at: node.location))
                }
                return nil
            }
            return PaginationRule(items: items, next: found["next"], offset: found["offset"], limit: found["limit"])
        }
    }

    // MARK: Values

    /// The members of an object; of those that are not known there is a fault.
    private mutating func members(_ node: Node, _ noun: String, known: [String]? = nil) -> [NodeObject.Member] {
        guard let object = node.object else {
            wrongType(node, noun, expected: "an object")
            return []
        }
        guard let known else { return Array(object) }
        return object.filter { member in
            if known.contains(member.key) { return true }
            let near = Spelling.nearest(to: member.key, among: known)
            faults.append(
                .error(
                    .unknownKey, "\(noun) has no key `\(member.key)`", at: member.keyLocation,
                    notes: [
                        .init(
                            near.map { "did you mean `\($0)`?" }
                                ?? "the keys are \(known.map { "`\($0)`" }.joined(separator: ", "))")
                    ]))
            return false
        }
    }

    private mutating func text(_ member: NodeObject.Member) -> String? { text(member.value, of: member.key) }

    private mutating func text(_ node: Node, of key: String) -> String? {
        guard let text = node.string else {
            wrongType(node, "`\(key)`", expected: "a string")
            return nil
        }
        return text
    }

    private mutating func list(_ member: NodeObject.Member) -> [Node]? {
        guard let nodes = member.value.array else {
            wrongType(member.value, "`\(member.key)`", expected: "a list")
            return nil
        }
        return nodes
    }

    private mutating func texts(_ member: NodeObject.Member) -> [String]? {
        list(member)?.compactMap { text($0, of: member.key) }
    }

    private mutating func path(_ member: NodeObject.Member) -> FilePath? {
        guard let text = text(member) else { return nil }
        guard !text.isEmpty, !text.utf8.contains(0) else {
            faults.append(.error(.invalidPath, "`\(member.key)` is not a path", at: member.value.location))
            return nil
        }
        return folder.appending(text)
    }

    private mutating func name(_ member: NodeObject.Member, isModule: Bool) -> String? {
        guard let text = text(member) else { return nil }
        let isValid = isModule ? SwiftName.isModule(text) : SwiftName.isIdentifier(text)
        guard isValid else {
            faults.append(
                .error(
                    .invalidName, "`\(text)` cannot be a name in Swift: \(SwiftName.rule(isModule: isModule))",
                    at: member.value.location))
            return nil
        }
        return text
    }

    private mutating func wrongType(_ node: Node, _ noun: String, expected: String) {
        faults.append(
            .error(.wrongType, "\(noun) is \(node.kindDescription), where \(expected) is expected", at: node.location)
        )
    }
}
