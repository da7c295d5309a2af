import QuillMustache

/// What the Makefile fragment begins with.
public struct MakefileFragment: Sendable {
    public let document: String
    public let output: String
    /// What variables begin with: `QUILL`. Targets have it in lower case.
    public let prefix: String

    public init(document: String, output: String, prefix: String) {
        self.document = document
        self.output = output
        self.prefix = prefix
    }
}

extension Emitter {
    /// The fragment's text, of the template `makefile/fragment`.
    ///
    /// - Throws: what the template asks for in vain.
    public func makefile(_ fragment: MakefileFragment) throws(TemplateError) -> String {
        try library.render(
            "makefile/fragment",
            with: [
                "document": .text(fragment.document), "output": .text(fragment.output),
                "prefix": .text(fragment.prefix),
                "target": .text(fragment.prefix.lowercased().replacing("_", with: "-")),
                "isDefault": .bool(fragment.prefix == "QUILL"),
            ])
    }
}
