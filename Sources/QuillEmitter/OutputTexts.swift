/// What the output is made of beside the document: Quill's templates, and the sources of the runtime.
public struct OutputTexts: Sendable {
    /// A file: its path below the folder that it comes from, with `/`, and what is in it.
    public typealias Text = (path: String, text: String)

    let templates: [Text]
    let runtime: [Text]
    let clientRuntime: [Text]
    let serverRuntime: [Text]

    /// - Parameters:
    ///   - templates: what is in `Templates/`.
    ///   - runtime: the sources of `QuillRuntime`; `clientRuntime` and `serverRuntime` those of the others.
    public init(templates: [Text], runtime: [Text], clientRuntime: [Text], serverRuntime: [Text]) {
        self.templates = templates
        self.runtime = runtime
        self.clientRuntime = clientRuntime
        self.serverRuntime = serverRuntime
    }

    /// `client/method` and so on, which a folder of overrides can replace.
    public var templateNames: [String] { namedTemplates.map(\.name) }

    /// The templates by name.
    public var namedTemplates: [(name: String, text: String)] {
        templates.filter { $0.path.hasSuffix(Self.suffix) }
            .map { (String($0.path.dropLast(Self.suffix.count)), $0.text) }
    }

    private static let suffix = ".mustache"
}
