import QuillOpenAPI

/// The names of a document's operations: their `operationId`s, and names made of method and path for those without.
struct OperationIDs {
    private var ids: [String: String] = [:]

    init(_ document: OpenAPI.Document) {
        var counts: [String: Int] = [:]
        for path in document.paths {
            for operation in path.value.operations {
                counts[operation.statedID ?? OperationIDs.plain(operation.method, path.key), default: 0] += 1
            }
        }
        for path in document.paths {
            for operation in path.value.operations {
                let key = OperationIDs.key(operation.method, path.key)
                ids[key] = operation.statedID ?? OperationIDs.made(operation.method, path.key, counts)
            }
        }
    }

    /// Of paths that spell alike only one that the name spells out keeps it: whatever comes and goes beside them, the
    /// others are told by themselves.
    private static func made(_ method: OpenAPI.Method, _ path: String, _ counts: [String: Int]) -> String {
        let plain = plain(method, path)
        let isApart = counts[plain] == 1 || path == spelledOut(path)
        return isApart ? plain : "\(plain)_\(digest("\(method) \(path)"))"
    }

    func id(of operation: OpenAPI.Operation, at path: String) -> String {
        ids[OperationIDs.key(operation.method, path)] ?? OperationIDs.plain(operation.method, path)
    }

    private static func key(_ method: OpenAPI.Method, _ path: String) -> String { "\(method) \(path)" }

    private static func words(_ path: String) -> [String] {
        path.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// `get_pets_id` for `GET /pets/{id}`
    private static func plain(_ method: OpenAPI.Method, _ path: String) -> String {
        ([method.name.lowercased()] + words(path)).joined(separator: "_")
    }

    /// The path that a name made of words stands for first: `/pets/id` for `get_pets_id`.
    private static func spelledOut(_ path: String) -> String { "/" + words(path).joined(separator: "/") }

    /// Four letters that stay the same for a text (FNV-1a).
    private static func digest(_ text: String) -> String {
        let hash = text.utf8.reduce(0x811c_9dc5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
        let code = String((hash ^ hash >> 16) & 0xFFFF, radix: 16)
        return String(repeating: "0", count: 4 - code.count) + code
    }
}

extension OpenAPI.Operation {
    /// The `operationId`, unless it is empty.
    fileprivate var statedID: String? { operationID.flatMap { $0.isEmpty ? nil : $0 } }
}
