import QuillOpenAPI

/// What goes in: the options of every command that reads a document.
struct InputOptions {
    static let config = CommandOption.value("config", "FILE", "The configuration, usually quill.json.")
    private static let allowOutside = CommandOption.flag(
        "allow-outside", "Follow references to files outside the document's folder.")
    private static let allowHost = CommandOption.value(
        "allow-host", "HOST", repeatable: true, "Ask this host for the document and for what it refers to.")

    /// For a ``CommandSyntax``.
    static let options = [config, allowOutside, allowHost]

    private let mayLeaveFolder: Bool
    private let hosts: [RemoteHost]

    /// - Parameter command: whose help tells more.
    init(_ arguments: ParsedArguments, command: String) throws(InvocationError) {
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
        return configuration
    }
}

extension Project {
    /// The same project with what options add.
    func with(_ options: InputOptions) -> Project {
        Project(document: document, configuration: options.added(to: configuration))
    }
}
