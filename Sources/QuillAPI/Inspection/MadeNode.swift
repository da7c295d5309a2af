import QuillDiagnostics
import QuillNodes

/// Nodes that were not read but made, to be written as JSON.
extension Node {
    /// An object of the members that have a value.
    package static func object(_ members: KeyValuePairs<String, Node?>) -> Node {
        make(.object(NodeObject(members.compactMap { key, value in value.map { member(key, $0) } })))
    }

    /// The same of members that a list of literals cannot give.
    package static func object(members: [(String, Node?)]) -> Node {
        make(.object(NodeObject(members.compactMap { key, value in value.map { member(key, $0) } })))
    }

    /// The same object with more members behind its own.
    package func adding(_ members: KeyValuePairs<String, Node?>) -> Node {
        let more = members.compactMap { key, value in value.map { Node.member(key, $0) } }
        return Node.make(.object(NodeObject(Array(object ?? NodeObject([])) + more)))
    }

    package static func list(_ items: some Sequence<Node>) -> Node { make(.array(Array(items))) }
    package static func text(_ text: String) -> Node { make(.string(text)) }
    package static func texts(_ texts: some Sequence<String>) -> Node { list(texts.map { text($0) }) }
    package static func integer(_ value: Int) -> Node { make(.number(NumberText(String(value)))) }
    package static func number(_ value: NumberText) -> Node { make(.number(value)) }
    package static var nothing: Node { make(.null) }
    package static func flag(_ value: Bool) -> Node { make(.bool(value)) }

    private static func make(_ value: Value) -> Node { Node(value, at: nowhere) }
    private static func member(_ key: String, _ value: Node) -> NodeObject.Member {
        NodeObject.Member(key: key, keyLocation: nowhere, value: value)
    }

    private static let nowhere = SourceLocation(SourceText(path: "", bytes: []), offset: 0)
}
