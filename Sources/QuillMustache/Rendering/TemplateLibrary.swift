/// Templates by name: what can be rendered, and what templates include.
///
///     var library = TemplateLibrary([try Template("Hello, {{>name}}!", name: "greeting")])
///     library.add(try Template("{{first}} {{last}}", name: "name"))
///     try library.render("greeting", with: ["first": "Ada", "last": "Lovelace"])
public struct TemplateLibrary: Sendable {
    /// Whether a variable, partial or parent that does not exist is an error; otherwise it renders as nothing.
    public let isStrict: Bool

    let escape: @Sendable (String) -> String
    private(set) var templates: [Template] = []
    private var numbers: [String: Int] = [:]

    /// A library of the given templates; of several with one name the last counts.
    ///
    /// - Parameters:
    ///   - strict: Whether a variable, partial or parent that does not exist is an error, and a variable that is a list
    ///     or an object. Sections may ask for what does not exist in any case: that is what they are for.
    ///   - escape: What `{{name}}` does to its text; `{{{name}}}` and `{{&name}}` leave it as it is.
    public init(
        _ templates: [Template] = [], strict: Bool = false,
        escape: @escaping @Sendable (String) -> String = Self.escapingHTML
    ) {
        isStrict = strict
        self.escape = escape
        for template in templates { add(template) }
    }

    /// Adds a template, in place of the one with its name, if there is one.
    public mutating func add(_ template: Template) {
        if let number = numbers[template.name] {
            templates[number] = template
        } else {
            numbers[template.name] = templates.count
            templates.append(template)
        }
    }

    /// The template with a name, if there is one.
    public subscript(name: String) -> Template? { numbers[name].map { templates[$0] } }

    /// The names of all templates, sorted.
    public var names: [String] { numbers.keys.sorted() }

    /// Which of ``templates`` has a name.
    func number(of name: String) -> Int? { numbers[name] }

    /// Renders a template with a value.
    ///
    /// - Throws: `TemplateError` where there is no template of this name, where sections and included templates are
    ///   nested deeper than 512 levels, and where a strict library finds something missing.
    public func render(_ name: String, with value: TemplateValue) throws(TemplateError) -> String {
        guard let number = numbers[name] else {
            throw TemplateError(template: name, line: 1, column: 1, message: "there is no template of this name")
        }
        var renderer = Renderer(self, template: number, value)
        try renderer.run()
        return renderer.output
    }

    /// A text with `&`, `<`, `>` and `"` as character references.
    public static func escapingHTML(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy {
            $0 != UInt8(ascii: "&") && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "\"")
        }
        if isPlain { return text }
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count + 16)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
