/// A mistake in a template, or a template that does not fit the value that it is rendered with.
///
/// Reads `swift/model.mustache:12:5: '{{#fields}}' is not closed`.
public struct TemplateError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The name of the template.
    public let template: String
    /// The line, counted from 1.
    public let line: Int
    /// The column in Unicode scalars, counted from 1.
    public let column: Int
    /// One sentence without a full stop: what was found and what was expected.
    public let message: String

    public init(template: String, line: Int, column: Int, message: String) {
        self.template = template
        self.line = line
        self.column = column
        self.message = message
    }

    public var description: String { "\(template):\(line):\(column): \(message)" }
}

/// A place in a template's text, both parts counted from 1.
struct TemplatePosition: Sendable, Hashable {
    let line: Int
    let column: Int

    static let start = TemplatePosition(line: 1, column: 1)
}
