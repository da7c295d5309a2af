/// A Mustache template, parsed once and rendered often, through a ``TemplateLibrary``.
///
/// Understands the core of the Mustache specification and its optional inheritance: `{{name}}`, `{{{name}}}`,
/// `{{&name}}`, `{{#section}}`, `{{^inverted}}`, `{{>partial}}`, `{{<parent}}`, `{{$block}}`, `{{! comment }}` and
/// `{{=<% %>=}}`.
///
/// Where the specification leaves it open: an indented partial's blank lines stay blank, and a partial that begins in
/// the middle of a line goes on at the indentation of that line's template.
public struct Template: Sendable {
    /// The name under which others include it, and which errors print.
    public let name: String

    let instructions: [Instruction]
    let literals: [Literal]
    let paths: [ValuePath]
    let inclusions: [Inclusion]
    let sites: [BlockSite]

    /// Parses a template.
    ///
    /// - Throws: `TemplateError` with the place of the first mistake: a tag that does not end, a section that is not
    ///   closed or closed by another name, a name with spaces, a nesting deeper than 100.
    public init(_ text: String, name: String) throws(TemplateError) {
        var parser = TemplateParser(text, name: name)
        var builder = InstructionBuilder()
        builder.add(try parser.parse())
        self.name = name
        instructions = builder.instructions
        literals = builder.literals
        paths = builder.paths
        inclusions = builder.inclusions
        sites = builder.sites
    }

    func error(at position: TemplatePosition, _ message: String) -> TemplateError {
        TemplateError(template: name, line: position.line, column: position.column, message: message)
    }
}
