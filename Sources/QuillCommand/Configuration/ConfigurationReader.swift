import QuillAPI
import QuillDiagnostics
import QuillEmitter
import QuillNodes
import QuillOpenAPI

/// Reads `quill.json`, the keys of which are in ``ConfigurationTable``.
///
///     {
///       "document": "api.yaml",
///       "output": "../Generated",
///       "name": "Pets"
///     }
///
/// What is of another type than its key says, which ``ConfigurationCheck`` finds, counts as absent.
struct ConfigurationReader {
    private let folder: FilePath

    /// - Parameter folder: the folder of the file, which its paths are relative to.
    /// - Throws: everything that is wrong with it.
    static func read(_ root: Node, folder: FilePath) throws(DiagnosticsError) -> Configuration {
        try ConfigurationCheck.check(root)
        return ConfigurationReader(folder: folder).configuration(root)
    }

    /// Reads what can be understood of a configuration that nobody can mend any more: one of an earlier time.
    static func readEarlier(_ root: Node, folder: FilePath) -> Configuration {
        ConfigurationReader(folder: folder).configuration(root)
    }

    private func configuration(_ root: Node) -> Configuration {
        var configuration = Configuration()
        configuration.document = path(root["document"])
        configuration.output = path(root["output"])
        configuration.name = root["name"]?.string
        configuration.templates = path(root["templates"])
        configuration.shape.layout = choice(root["layout"])
        configuration.shape.access = choice(root["access"])
        // The models are always there; saying so does no harm.
        configuration.shape.parts = root["parts"].map { Set(texts($0).compactMap(OutputPart.init)) }
        configuration.shape.namespace = root["namespace"]?.string
        configuration.shape.usedOnly = root["usedOnly"]?.bool ?? false
        configuration.changes = DocumentChanges(root, folder: folder)
        configuration.api.selection = Selection(
            include: criteria(root["include"]), exclude: criteria(root["exclude"]))
        configuration.api.groups = members(root["groups"]).compactMap { member in
            member.value.string.map { GroupRule(path: member.key, group: $0, at: member.keyLocation) }
        }
        configuration.references = ReferenceRules(
            mayLeaveFolder: root["references"]?["outside"]?.bool ?? false,
            hosts: texts(root["references"]?["hosts"]).compactMap { RemoteHost($0) })
        configuration.api.scopeRules = members(root["scopes"]).flatMap { scheme in
            members(scheme.value).map { rule in
                ScopeRule(scheme: scheme.key, scope: rule.key, includes: texts(rule.value))
            }
        }
        configuration.api.paginationRules = (root["pagination"]?.array ?? []).compactMap(paginationRule)
        configuration.api.schemas = choice(root["schemas"]) ?? configuration.api.schemas
        configuration.keepsUnknownMembers = root["keepsUnknownMembers"]?.bool ?? false
        configuration.exactDates = root["exactDates"]?.bool ?? false
        configuration.operationNames = names(root["names"]?["operations"])
        configuration.schemaNames = names(root["names"]?["schemas"])
        configuration.propertyNames = names(root["names"]?["properties"])
        configuration.parameterNames = names(root["names"]?["parameters"])
        configuration.valueNames = names(root["names"]?["values"])
        configuration.groupNames = names(root["names"]?["groups"])
        configuration.ignoredChanges = root["diff"]?["ignore"]
        return configuration
    }

    private func paginationRule(_ node: Node) -> PaginationRule? {
        node["items"]?.string.map { items in
            PaginationRule(
                items: items, next: node["next"]?.string, offset: node["offset"]?.string, limit: node["limit"]?.string)
        }
    }

    private func names(_ node: Node?) -> [Configuration.NameChoice] {
        members(node).compactMap { member in
            member.value.string.map {
                Configuration.NameChoice(subject: member.key, name: $0, location: member.keyLocation)
            }
        }
    }

    // MARK: Values

    private func choice<Choice: RawRepresentable<String>>(_ node: Node?) -> Choice? {
        node?.string.flatMap(Choice.init)
    }

    private func path(_ node: Node?) -> FilePath? { node?.string.map(folder.appending) }

    private func criteria(_ node: Node?) -> [Selection.Criterion] {
        Selection.Criterion.Kind.allCases.flatMap { kind in
            (node?[kind.rawValue]?.array ?? []).compactMap { item in
                item.string.map { Selection.Criterion(kind, $0, at: item.location) }
            }
        }
    }

    private func texts(_ node: Node?) -> [String] { (node?.array ?? []).compactMap(\.string) }

    private func members(_ node: Node?) -> [NodeObject.Member] {
        (node?.object ?? NodeObject([])).filter { !ConfigurationKey.isRemark($0.key) }
    }
}
