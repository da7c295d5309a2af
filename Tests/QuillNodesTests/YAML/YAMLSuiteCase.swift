import Foundation
import QuillDiagnostics

@testable import QuillNodes

/// One case of the public YAML suite.
struct YAMLSuiteCase: CustomStringConvertible {
    /// The file and the place in it, as `3RLN/02`.
    let name: String
    let yaml: String
    let tree: String?
    let json: String?
    let fails: Bool

    var description: String { name }

    /// The cases of a file. What a case leaves out it takes from the one before, except whether it fails.
    static func cases(in file: URL) throws -> [YAMLSuiteCase] {
        let id = file.deletingPathExtension().lastPathComponent
        let root = try DocumentReader.read(SourceText(path: file.path, bytes: Array(try Data(contentsOf: file))))
        var fields: [String: Node] = [:]
        return (root.array ?? []).enumerated().map { index, node in
            fields["fail"] = nil
            for member in node.object ?? NodeObject([]) { fields[member.key] = member.value }
            return YAMLSuiteCase(
                name: "\(id)/\(index < 10 ? "0" : "")\(index)", yaml: unescaped(fields["yaml"]?.string ?? ""),
                tree: fields["tree"]?.string.map(unindented), json: fields["json"]?.string,
                fails: fields["fail"]?.bool ?? false)
        }
    }

    /// The suite makes white space visible.
    private static func unescaped(_ text: String) -> String {
        var text = text.replacingOccurrences(of: "␣", with: " ")
        while text.contains("—»") { text = text.replacingOccurrences(of: "—»", with: "»") }
        text = text.replacingOccurrences(of: "»", with: "\t")
        text = text.replacingOccurrences(of: "⇔", with: "\u{FEFF}").replacingOccurrences(of: "←", with: "\r")
        text = text.replacingOccurrences(of: "↵", with: "")
        return text.hasSuffix("∎\n") ? String(text.dropLast(2)) : text
    }

    private static func unindented(_ tree: String) -> String {
        tree.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")
            .replacingOccurrences(of: "␣", with: " ").replacingOccurrences(of: "—»", with: "»")
            .replacingOccurrences(of: "—", with: "").replacingOccurrences(of: "»", with: "\t")
    }

    /// The events as the suite writes them, a line for each.
    static func tree(_ stream: YAMLEventStream) -> String {
        stream.events.map { event in
            let properties = stream.properties(of: event)
            let marks =
                (properties?.anchor.map { " &\($0.text)" } ?? "") + (properties?.tag.map { " <\($0.text)>" } ?? "")
            switch event.kind {
            case .streamStart: return "+STR"
            case .streamEnd: return "-STR"
            case .documentStart(let isExplicit): return isExplicit ? "+DOC ---" : "+DOC"
            case .documentEnd(let isExplicit): return isExplicit ? "-DOC ..." : "-DOC"
            case .sequenceStart(let isFlow): return "+SEQ" + (isFlow ? " []" : "") + marks
            case .sequenceEnd: return "-SEQ"
            case .mappingStart(let isFlow): return "+MAP" + (isFlow ? " {}" : "") + marks
            case .mappingEnd: return "-MAP"
            case .alias(let name): return "=ALI *" + stream.text(name)
            case .scalar(let text, let style):
                let sigil =
                    switch style {
                    case .plain: ":"
                    case .singleQuoted: "'"
                    case .doubleQuoted: "\""
                    case .literal: "|"
                    case .folded: ">"
                    }
                let escaped = stream.text(text)
                    .replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\n", with: "\\n")
                    .replacingOccurrences(of: "\t", with: "\\t").replacingOccurrences(of: "\r", with: "\\r")
                    .replacingOccurrences(of: "\u{8}", with: "\\b")
                return "=VAL\(marks) \(sigil)\(escaped)"
            }
        }.joined(separator: "\n")
    }
}
