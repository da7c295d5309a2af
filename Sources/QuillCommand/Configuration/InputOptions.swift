import QuillAPI
import QuillOpenAPI

/// What goes in: the options of every command that reads a document.
struct InputOptions {
    static let config = CommandOption.value("config", "FILE", "The configuration, usually quill.json.")
    private static let allowOutside = CommandOption.flag(
        "allow-outside", "Follow references to files outside the document's folder.")
    private static let allowHost = CommandOption.value(
        "allow-host", "HOST", repeatable: true, "Ask this host for the document and for what it refers to.")

    private static let overlay = CommandOption.value(
        "overlay", "FILE", repeatable: true, "Apply an OpenAPI Overlay to the document first.")
    private static let patch = CommandOption.value(
        "patch", "FILE", repeatable: true, "Apply a JSON Patch or JSON Merge Patch to the document first.")

    /// For a ``CommandSyntax``.
    static let options = [config, overlay, patch, allowOutside, allowHost]

    /// Which part of the document counts. A star in a value stands for any text.
    static let selection = [
        CommandOption.value("operation", "ID", repeatable: true, "Generate this operation, and others selected."),
        CommandOption.value(
            "tag", "TAG", repeatable: true, "Generate the operations with this tag, and others selected."),
        CommandOption.value(
            "path", "PATH", repeatable: true, "Generate the operations of this path, and others selected."),
        CommandOption.value(
            "scope", "SCOPE", repeatable: true, "Generate the operations that ask for this scope, and others selected."),
    ]

    /// Those of the command line alone.
    let changes: DocumentChanges
    private let criteria: [Selection.Criterion]
    private let mayLeaveFolder: Bool
    private let hosts: [RemoteHost]

    /// - Parameters:
    ///   - command: whose help tells more.
    ///   - selecting: whether the command has the options of ``selection``.
    init(
        _ arguments: ParsedArguments, command: String, selecting: Bool = false
    ) throws(InvocationError) {
        changes = DocumentChanges(
            overlays: arguments.values(Self.overlay).map(FilePath.init),
            patches: arguments.values(Self.patch).map(FilePath.init))
        criteria =
            !selecting
            ? []
            : zip(Selection.Criterion.Kind.allCases, Self.selection).flatMap { kind, option in
                arguments.values(option).map { Selection.Criterion(kind, $0, at: nil) }
            }
        mayLeaveFolder = arguments.has(Self.allowOutside)
        var hosts: [RemoteHost] = []
        for text in arguments.values(Self.allowHost) {
            guard let host = RemoteHost(text) else {
                throw InvocationError(
                    "`--allow-host \(text)` is no host: it is written `api.example.com` or `localhost:8080`",
                    command: command)
            }
            hosts.append(host)
        }
        self.hosts = hosts
    }

    /// A configuration with what the options add.
    func added(to configuration: Configuration) -> Configuration {
        var configuration = configuration
        if mayLeaveFolder { configuration.references.mayLeaveFolder = true }
        configuration.references.hosts += hosts
        configuration.changes += changes
        // What is asked for here takes the place of what the configuration includes.
        if !criteria.isEmpty { configuration.api.selection.include = criteria }
        return configuration
    }
}

extension Project {
    /// The same project with what options add.
    func with(_ options: InputOptions) -> Project {
        Project(document: document, configuration: options.added(to: configuration), file: file)
    }
}
