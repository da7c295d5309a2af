import QuillMustache

extension TemplateValue {
    /// Text, or null where there is none: an absent key would be looked for in what encloses the object.
    init(_ text: String?) { self = text.map(TemplateValue.text) ?? .null }

    /// The lines of a comment, each with the space that stands between `///` and its text.
    static func comment(_ lines: [String]) -> TemplateValue {
        .list(lines.map { .text($0.isEmpty ? "" : " " + $0) })
    }

    /// Texts on one line between commas where the line stays within the width of the page, null where it would not.
    ///
    /// - Parameter room: the width that is left on the line for them.
    static func inline(_ texts: [String], room: Int) -> TemplateValue {
        let line = texts.joined(separator: ", ")
        return line.count <= room ? .text(line) : .null
    }

    /// How wide a line of the output is meant to be at most.
    static let pageWidth = 120

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
}
