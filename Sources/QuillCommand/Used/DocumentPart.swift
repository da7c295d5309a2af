import QuillAPI
import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// The part of a document that an API was made of: its operations, its schemas, and what these refer to. Whoever generates
/// no more than that need not hear what is wrong with the rest, nor be stopped by it.
///
/// In doubt something is in: whatever stands in another file, and all components where a reference leads there or to an
/// anchor. So is an error that could be the reason why something is not in.
struct DocumentPart {
    private let root: Node
    private let document: OpenAPI.Document
    /// The members of operations by which they are chosen, or from which more is generated than the operation.
    private let deciding: Set<String>
    /// What is in, by the names that lead there: `["paths", "/pets", "get"]`, `["components", "schemas", "Pet"]`.
    private var sections: Set<[String]> = []
    private var hasAllComponents = false

    /// - Parameters:
    ///   - api: the part.
    ///   - root: the tree of the file that the document begins in.
    ///   - document: what was understood of the whole.
    ///   - selection: how the part was chosen, if not by what is used.
    init(of api: API, in root: Node, _ document: OpenAPI.Document, selection: Selection) {
        self.root = root
        self.document = document
        var deciding: Set = ["operationId", "tags"]
        if (selection.include + selection.exclude).contains(where: { $0.kind == .scopes }) {
            deciding.insert("security")
        }
        if !api.sent.isEmpty { deciding.insert("callbacks") }
        self.deciding = deciding
        var waiting = api.schemas.flatMap { DocumentPart.components($0.id) + DocumentPart.components($0.original) }
        for endpoint in api.endpoints + api.sent.map(\.endpoint) { waiting += places(of: endpoint) }
        while let section = waiting.popLast() {
            guard sections.insert(section).inserted, let node = node(at: section) else { continue }
            for reference in DocumentPart.references(in: node) {
                guard reference.hasPrefix("#/") else {
                    hasAllComponents = true
                    continue
                }
                let path = JSONPointer.components(ofFragment: reference.dropFirst())
                if let section = DocumentPart.section(of: path) { waiting.append(section) }
            }
        }
    }

    /// Whether something that was found concerns this part.
    func concerns(_ diagnostic: Diagnostic) -> Bool {
        guard let location = diagnostic.location, isInRoot(location) else { return true }
        let path = path(to: location)
        guard let section = DocumentPart.section(of: path) else { return true }
        let isOperation = section.first == "paths" || section.first == "webhooks"
        if sections.contains(section) || hasAllComponents && !isOperation { return true }
        guard diagnostic.severity == .error else { return false }
        return isOperation ? mayBeMissing(section, path) : mayBelong(section)
    }

    /// Whether an error in an operation that is not in could have kept it out.
    private func mayBeMissing(_ section: [String], _ path: [String]) -> Bool {
        if path.count > 3, deciding.contains(path[3]) || path[3].hasPrefix("x-") { return true }
        let items = section[0] == "paths" ? document.paths : document.webhooks
        guard let item = node(at: Array(section.prefix(2)))?.object else { return true }
        let understood = Set(items[section[1]]?.operations.map(\.method) ?? [])
        if section.count == 3, let method = OpenAPI.PathItem.methods[section[2]] { return !understood.contains(method) }
        // What holds for all operations of a path: it is known what they are, and none is in.
        return item["$ref"] != nil || item["additionalOperations"] != nil
            || item.contains { OpenAPI.PathItem.methods[$0.key].map { !understood.contains($0) } ?? false }
    }

    /// Whether an error in a component that is not in could have kept it out: a schema that is one of those that another
    /// one's `discriminator` tells apart, or the operations of a path.
    private func mayBelong(_ section: [String]) -> Bool {
        if section[1] == "pathItems" { return true }
        guard let node = node(at: section) else { return true }
        return DocumentPart.references(in: node).contains { reference in
            guard reference.hasPrefix("#/") else { return true }
            let path = JSONPointer.components(ofFragment: reference.dropFirst())
            guard let other = DocumentPart.section(of: path), sections.contains(other) else { return false }
            return self.node(at: other)?["discriminator"] != nil
        }
    }

    /// An operation, and what it shares with the others of its path.
    private mutating func places(of endpoint: Endpoint) -> [[String]] {
        let path = path(to: endpoint.location)
        guard isInRoot(endpoint.location), path.count >= 3 else {
            hasAllComponents = true
            return []
        }
        let item = Array(path.prefix(2))
        let shared = (node(at: item)?.object ?? NodeObject([])).map(\.key).filter {
            OpenAPI.PathItem.methods[$0] == nil
        }
        // Not walked: its other operations are no part of this.
        sections.insert(item)
        return [Array(path.prefix(3))] + shared.map { item + [$0] }
    }

    private static func components(_ id: SchemaID?) -> [[String]] {
        guard let name = id?.words.first else { return [] }
        return [["components", "schemas", name], ["definitions", name]]
    }

    /// What is in or out as a whole; nil for what belongs to all parts.
    private static func section(of path: [String]) -> [String]? {
        switch path.first {
        case "paths", "webhooks": path.count > 1 ? Array(path.prefix(3)) : nil
        // Every security scheme is generated.
        case "components": path.count > 2 && path[1] != "securitySchemes" ? Array(path.prefix(3)) : nil
        case "definitions", "parameters", "responses": path.count > 1 ? Array(path.prefix(2)) : nil
        default: nil
        }
    }

    private func isInRoot(_ location: SourceLocation) -> Bool { location.source.path == root.location.source.path }

    /// The names that lead to a place from the root, four at most. Overlays and aliases bring in members from elsewhere.
    private func path(to location: SourceLocation) -> [String] {
        var path: [String] = []
        var node = root
        while path.count < 4, let object = node.object {
            // What is said of an operation as a whole stands at its first member in YAML; it is not said of that.
            let end = path.count == 3 ? location.offset : location.offset + 1
            let before = object.filter { isInRoot($0.keyLocation) && $0.keyLocation.offset < end }
            guard let member = before.max(by: { $0.keyLocation.offset < $1.keyLocation.offset }) else { break }
            path.append(member.key)
            node = member.value
        }
        return path
    }

    private func node(at path: [String]) -> Node? {
        var node = root
        for name in path {
            guard let next = node[name] else { return nil }
            node = next
        }
        return node
    }

    private static func references(in node: Node) -> [String] {
        var references: [String] = []
        var waiting = [node]
        while let node = waiting.popLast() {
            waiting += node.array ?? []
            for member in node.object ?? NodeObject([]) {
                if member.key == "$ref" || member.key == "$dynamicRef", let text = member.value.string {
                    references.append(text)
                }
                waiting.append(member.value)
            }
        }
        return references
    }
}
