import QuillAPI
import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// The part of a document that an API was made of: its operations, its schemas, and what these refer to. Whoever generates
/// no more than that need not hear what is wrong with the rest.
///
/// In doubt something is in: whatever stands in another file, and all components where a reference leads there or to an
/// anchor.
struct DocumentPart {
    private let root: Node
    /// What is in, by the names that lead there: `["paths", "/pets", "get"]`, `["components", "schemas", "Pet"]`.
    private var sections: Set<[String]> = []
    private var hasAllComponents = false

    /// - Parameter root: the tree of the file that the document begins in.
    init(_ root: Node, of api: API) {
        self.root = root
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

    /// Whether something that is said of a place concerns this part.
    func concerns(_ location: SourceLocation) -> Bool {
        guard isInRoot(location), let section = DocumentPart.section(of: path(to: location)) else { return true }
        let isOperation = section.first == "paths" || section.first == "webhooks"
        return sections.contains(section) || hasAllComponents && !isOperation
    }

    /// An operation, and what it shares with the others of its path.
    private mutating func places(of endpoint: Endpoint) -> [[String]] {
        let path = path(to: endpoint.location)
        guard isInRoot(endpoint.location), path.count == 3 else {
            hasAllComponents = true
            return []
        }
        let item = Array(path.prefix(2))
        let shared = (node(at: item)?.object ?? NodeObject([])).map(\.key).filter {
            OpenAPI.PathItem.methods[$0] == nil
        }
        // Not walked: its other operations are no part of this.
        sections.insert(item)
        return [path] + shared.map { item + [$0] }
    }

    private static func components(_ id: SchemaID?) -> [[String]] {
        guard let name = id?.words.first else { return [] }
        return [["components", "schemas", name], ["definitions", name]]
    }

    /// What is in or out as a whole; nil for what belongs to all parts.
    private static func section(of path: [String]) -> [String]? {
        switch path.first {
        case "paths", "webhooks": path.count > 1 ? Array(path.prefix(3)) : nil
        case "components": path.count > 2 ? Array(path.prefix(3)) : nil
        case "definitions", "parameters", "responses": path.count > 1 ? Array(path.prefix(2)) : nil
        default: nil
        }
    }

    private func isInRoot(_ location: SourceLocation) -> Bool { location.source.path == root.location.source.path }

    /// The names that lead to a place from the root, three at most. Overlays and aliases bring in members from elsewhere.
    private func path(to location: SourceLocation) -> [String] {
        var path: [String] = []
        var node = root
        while path.count < 3, let object = node.object {
            let before = object.filter { isInRoot($0.keyLocation) && $0.keyLocation.offset <= location.offset }
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
