import QuillMustache

/// Texts between commas: on one line where it fits the page, else on a line each.
struct Layout {
    let line: String
    /// Whether one line is too narrow for them.
    let isWide: Bool

    /// How wide a line of the output is meant to be at most.
    private static let pageWidth = 120

    /// - Parameter rest: what else stands on the line.
    init(_ texts: [String], beside rest: String) {
        line = texts.joined(separator: ", ")
        isWide = line.count + rest.count > Layout.pageWidth
    }
}
