import QuillDiagnostics
import QuillNodes

/// One operation of a JSON Patch (RFC 6902 §4): `{ "op": "replace", "path": "/info/title", "value": "Pets" }`.
struct JSONPatchOperation {
    private let node: Node

    init(_ node: Node) {
        self.node = node
    }

    func applied(to document: Node) throws(DiagnosticsError) -> Node {
        guard let name = node["op"]?.string else { throw fault("an operation has no `op`") }
        let path = try pointer("path")
        switch name {
        case "add": return try add(try value(), at: path[...], in: document)
        case "remove": return try removed(path, from: document)
        case "replace":
            _ = try value(at: path, in: document)
            let value = try value()
            return TreeEdit(at: [try steps(path, in: document)]).applied(to: document) { _ in value } ?? document
        case "move":
            let from = try pointer("from")
            guard !(path.count > from.count && path.starts(with: from)) else {
                throw fault("a value cannot be moved into itself")
            }
            let moved = try value(at: from, in: document)
            return from == path ? document : try add(moved, at: path[...], in: removed(from, from: document))
        case "copy": return try add(try value(at: try pointer("from"), in: document), at: path[...], in: document)
        case "test":
            guard try value(at: path, in: document).isEqual(to: try value()) else {
                throw fault("the document has another value at `\(node["path"]?.string ?? "")`")
            }
            return document
        default: throw fault("`\(name)` is no operation; they are add, remove, replace, move, copy and test")
        }
    }

    private func removed(_ path: [String], from document: Node) throws(DiagnosticsError) -> Node {
        guard !path.isEmpty else { throw fault("the whole document cannot be removed") }
        return TreeEdit(at: [try steps(path, in: document)]).applied(to: document) { _ in nil } ?? document
    }

    /// RFC 6902 §4.1. Recursive as deep as the pointer leads into the tree, which its reader bounds.
    private func add(_ value: Node, at path: ArraySlice<String>, in node: Node) throws(DiagnosticsError) -> Node {
        guard let name = path.first else { return value }
        let isLast = path.count == 1
        switch node.value {
        case .object(let object):
            var members = Array(object)
            if let index = members.firstIndex(where: { $0.key == name }) {
                let inner = isLast ? value : try add(value, at: path.dropFirst(), in: members[index].value)
                members[index] = .init(key: name, keyLocation: members[index].keyLocation, value: inner)
            } else if isLast {
                members.append(.init(key: name, keyLocation: value.location, value: value))
            } else {
                throw missing(name)
            }
            return Node(.object(NodeObject(members)), at: node.location)
        case .array(var items):
            if isLast {
                guard let index = name == "-" ? items.count : Self.index(name), index <= items.count else {
                    throw missing(name)
                }
                items.insert(value, at: index)
            } else {
                guard let index = Self.index(name), items.indices.contains(index) else { throw missing(name) }
                items[index] = try add(value, at: path.dropFirst(), in: items[index])
            }
            return Node(.array(items), at: node.location)
        case .null, .bool, .number, .string: throw missing(name)
        }
    }

    // MARK: Pointers

    /// The names in a JSON Pointer (RFC 6901).
    private func pointer(_ field: String) throws(DiagnosticsError) -> [String] {
        guard let text = node[field]?.string else { throw fault("an operation has no `\(field)`") }
        guard text.isEmpty || text.utf8.first == UInt8(ascii: "/") else {
            throw fault("`\(text)` is no JSON Pointer: it begins with a slash")
        }
        return text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { part in
            part.split(separator: "~1", omittingEmptySubsequences: false)
                .map { $0.split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~") }
                .joined(separator: "/")
        }
    }

    private func steps(_ path: [String], in document: Node) throws(DiagnosticsError) -> [TreeStep] {
        var steps: [TreeStep] = []
        var node = document
        for name in path {
            guard let (step, next) = Self.child(name, of: node) else { throw missing(name) }
            steps.append(step)
            node = next
        }
        return steps
    }

    private func value(at path: [String], in document: Node) throws(DiagnosticsError) -> Node {
        var node = document
        for name in path {
            guard let (_, next) = Self.child(name, of: node) else { throw missing(name) }
            node = next
        }
        return node
    }

    private static func child(_ name: String, of node: Node) -> (TreeStep, Node)? {
        switch node.value {
        case .object(let object): return object[name].map { (.key(name), $0) }
        case .array(let items):
            guard let index = index(name), items.indices.contains(index) else { return nil }
            return (.index(index), items[index])
        case .null, .bool, .number, .string: return nil
        }
    }

    private static func index(_ name: String) -> Int? {
        guard let index = Int(name), index >= 0, "\(index)" == name else { return nil }
        return index
    }

    private func value() throws(DiagnosticsError) -> Node {
        guard let value = node["value"] else { throw fault("an operation has no `value`") }
        return value
    }

    private func missing(_ name: String) -> DiagnosticsError {
        fault("`\(node["path"]?.string ?? "")` leads nowhere: there is no `\(name)`")
    }

    private func fault(_ message: String) -> DiagnosticsError {
        DiagnosticsError([.error(.failedPatch, message, at: (node["path"] ?? node).location)])
    }
}
