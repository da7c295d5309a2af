import Testing

/// A text that would do harm where a generator pastes it: `E.v(1)` never compiles, wherever it became code.
struct Payload: Sendable, CustomTestStringConvertible {
    let name: String
    /// Put before what the document says.
    var before = ""
    /// Put behind it.
    var after = ""

    var testDescription: String { name }

    func applied(to text: String) -> String { before + text + after }

    static let all = [
        Payload(name: "quote", after: "\"; E.v(1); \""),
        Payload(name: "quotes with signs", after: "\"\"\"##\n; E.v(1); ##\"\"\" \"# ; E.v(1)"),
        Payload(name: "end of a comment", after: "*/ E.v(1) /*"),
        Payload(name: "interpolation", after: "\\(E.v(1)) \\#(E.v(1)) \\##(E.v(1))"),
        Payload(name: "backslash at the end", after: "\\"),
        Payload(name: "line feed", after: "\nE.v(1)\n"),
        Payload(name: "carriage return", after: "\rE.v(1)\r\nE.v(1)"),
        Payload(name: "other newlines", after: "\u{2028}E.v(1)\u{2029}E.v(1)\u{85}E.v(1)\u{B}E.v(1)\u{C}E.v(1)"),
        Payload(name: "backtick", before: "`E.v(1)`", after: "`; E.v(1); `"),
        Payload(name: "NUL and controls", after: "\u{0}E.v(1)\u{1}\u{7F}\u{1B}[31m"),
        Payload(name: "way up", before: "../../../../../E.v/"),
        Payload(name: "absolute path", before: "/E.v/", after: "/../.."),
        Payload(name: "Windows path", before: "C:\\E.v\\", after: "\\..\\..\\E.v"),
        Payload(name: "right to left", before: "\u{202E}\u{2066}E.v(1)\u{2069}", after: "\u{200F}\u{FEFF}"),
        Payload(name: "compiler directives", after: "\n#if E\n#sourceLocation(file: \"E\", line: 1)\n#error(\"E\")"),
        Payload(name: "template tags", before: "{{{name}}}{{> models/schema}}", after: "{{/x}}{{=<% %>=}}<% E %>"),
        Payload(name: "end of a declaration", after: "\n}\n}\nE.v(1)\nextension E {"),
        Payload(name: "header", after: "%0D%0AE: v\r\nE: v\r\n\r\n"),
        Payload(name: "Markdown", after: "\n```\n- E.v(1)\n~~~\n## Parameters\n[E](javascript:E.v(1))"),
        Payload(name: "emoji and marks", before: "👩‍👩‍👧", after: "e\u{301}\u{301}\u{301}ﷺ"),
    ]
}
