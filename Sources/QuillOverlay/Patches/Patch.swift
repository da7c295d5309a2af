import QuillDiagnostics
import QuillNodes

/// Changes to a document in one of the two general notations: a list of operations (JSON Patch, RFC 6902), or an object
/// that looks like the document, where `null` removes (JSON Merge Patch, RFC 7396).
public enum Patch {
    /// The document with the changes made.
    ///
    /// - Throws: where an operation of a JSON Patch cannot be done, at its place.
    public static func apply(_ patch: Node, to document: Node) throws(DiagnosticsError) -> Node {
        guard let operations = patch.array else { return document.mergePatched(with: patch) }
        var document = document
        for operation in operations { document = try JSONPatchOperation(operation).applied(to: document) }
        return document
    }
}

extension Node {
    /// RFC 7396 §2.
    fileprivate func mergePatched(with patch: Node) -> Node {
        guard let changes = patch.object else { return patch }
        let own = object ?? NodeObject([])
        var members: [NodeObject.Member] = []
        for member in own {
            guard let change = changes[member.key] else {
                members.append(member)
                continue
            }
            guard !change.isNull else { continue }
            members.append(
                .init(
                    key: member.key, keyLocation: member.keyLocation, value: member.value.mergePatched(with: change)))
        }
        for change in changes where own[change.key] == nil && !change.value.isNull {
            let empty = Node(.null, at: change.value.location)
            members.append(
                .init(key: change.key, keyLocation: change.keyLocation, value: empty.mergePatched(with: change.value)))
        }
        return Node(.object(NodeObject(members)), at: object == nil ? patch.location : location)
    }
}
