import QuillDiagnostics
import QuillNodes

/// The names that schemas of a file give themselves (JSON Schema Core 2020-12 §8.2), each with the way to the schema.
///
/// Gathered only when a reference may use such a name.
struct AnchorTable {
    /// A schema with an `$anchor` or a `$dynamicAnchor`.
    struct Anchor {
        let path: [String]
        /// The way to the schema with an `$id` that it is in; empty where there is none.
        let resource: [String]
        let isDynamic: Bool
        let location: SourceLocation
    }

    /// In document order. Each name counts for one resource, and may therefore be there several times.
    private(set) var anchors: [String: [Anchor]] = [:]
    private(set) var identifiers: [String: [String]] = [:]
    /// By the places of the schemas.
    private(set) var resources: [SourceLocation: SchemaResource] = [:]

    /// How a node is reached: paths are put together only for the few that have a name.
    private struct Step {
        let parent: Int
        let key: String
    }

    private struct Visit {
        let node: Node
        let step: Int
        let resource: SchemaResource
    }

    /// - Parameter base: what the references of the file are relative to.
    init(of root: Node, base: String) {
        // OpenAPI 3.2 §4.1.1: the whole document's.
        if root["$self"]?.string != nil { identifiers[base] = [] }
        var steps: [Step] = []
        var waiting = [Visit(node: root, step: -1, resource: SchemaResource(path: [], uri: base))]
        while let visit = waiting.popLast() {
            switch visit.node.value {
            case .object(let object):
                let resource = note(object, at: visit) { AnchorTable.path(to: visit.step, steps) }
                for member in object.reversed() where Self.canHoldMore(member.value) {
                    steps.append(Step(parent: visit.step, key: member.key))
                    waiting.append(Visit(node: member.value, step: steps.count - 1, resource: resource))
                }
            case .array(let items):
                for (index, item) in items.enumerated().reversed() where Self.canHoldMore(item) {
                    steps.append(Step(parent: visit.step, key: "\(index)"))
                    waiting.append(Visit(node: item, step: steps.count - 1, resource: visit.resource))
                }
            default: break
            }
        }
    }

    /// The resource that what is in an object belongs to, after noting the names of the object itself.
    private mutating func note(_ object: NodeObject, at visit: Visit, path: () -> [String]) -> SchemaResource {
        var resource = visit.resource
        if let text = object["$id"]?.string {
            let uri = text[..<(text.firstIndex(of: "#") ?? text.endIndex)]
            if !uri.isEmpty {
                resource = SchemaResource(path: path(), uri: URIText.identifier(uri, against: resource.uri))
                resources[visit.node.location] = resource
                if identifiers[resource.uri] == nil { identifiers[resource.uri] = resource.path }
            } else if text.utf8.count > 1 {
                // What `$anchor` was called before 2019-09.
                note(String(text.dropFirst()), isDynamic: false, at: visit, in: resource, path: path)
            }
        }
        for (key, isDynamic) in [("$anchor", false), ("$dynamicAnchor", true)] {
            guard let name = object[key]?.string else { continue }
            note(name, isDynamic: isDynamic, at: visit, in: resource, path: path)
        }
        return resource
    }

    private mutating func note(
        _ name: String, isDynamic: Bool, at visit: Visit, in resource: SchemaResource, path: () -> [String]
    ) {
        let anchor = Anchor(
            path: path(), resource: resource.path, isDynamic: isDynamic, location: visit.node.location)
        anchors[name, default: []].append(anchor)
    }

    private static func path(to step: Int, _ steps: [Step]) -> [String] {
        var path: [String] = []
        var step = step
        while step >= 0 {
            path.append(steps[step].key)
            step = steps[step].parent
        }
        return path.reversed()
    }

    private static func canHoldMore(_ node: Node) -> Bool {
        switch node.value {
        case .object, .array: true
        default: false
        }
    }
}
