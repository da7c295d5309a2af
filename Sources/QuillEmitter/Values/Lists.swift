import QuillMustache
import QuillSwiftModel

extension TemplateValue {
    /// Text, or null where there is none: an absent key would be looked for in what encloses the object.
    init(_ text: String?) { self = text.map(TemplateValue.text) ?? .null }

    /// The lines of a comment, each with the space that stands between `///` and its text.
    static func comment(_ lines: [String]) -> TemplateValue {
        .list(MarkdownLines.wrapped(MarkdownLines.tightened(lines)).map { .text($0.isEmpty ? "" : " " + $0) })
    }

    /// Objects in order, each told whether it is the first and what separates it from the next.
    static func sequence<Element>(_ elements: [Element], _ object: (Element) -> TemplateObject) -> TemplateValue {
        .list(
            elements.enumerated().map { index, element in
                var value = object(element)
                value["isFirst"] = .bool(index == 0)
                value["separator"] = .text(index == elements.count - 1 ? "" : ",")
                return .object(value)
            })
    }

    /// A text on as many lines as it takes: the first, and those that continue it.
    static func filled(_ text: String, from column: Int, indentation: Int) -> TemplateValue {
        let lines = Layout.filled(text, from: column, indentation: indentation)
        return ["first": .text(lines.first ?? ""), "further": .list(lines.dropFirst().map { .text($0) })]
    }
}
