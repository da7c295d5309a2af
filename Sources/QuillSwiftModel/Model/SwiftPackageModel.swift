/// Everything about the output that is a decision: names, types, texts and the files they go to.
///
/// Templates only arrange it. All texts are ready to stand in Swift: identifiers escaped, literals quoted, comment
/// lines free of anything that ends a comment.
public struct SwiftPackageModel: Sendable {
    /// The stem of every module's name: `PostHog`.
    public let name: String
    /// The title of the API, as a line of a comment.
    public let title: String
    public let version: String
    public let modules: Modules
    /// What the package carries of the runtime beside that which every document needs.
    public let runtimeParts: Set<RuntimePart>
    public let files: [SwiftFile]

    /// The names of the modules that files are in and import.
    public struct Modules: Sendable {
        public let runtime: String
        public let clientRuntime: String
        public let serverRuntime: String
        public let models: String
        public let client: String
        public let server: String

        public init(name: String) {
            runtime = name + "Runtime"
            clientRuntime = name + "ClientRuntime"
            serverRuntime = name + "ServerRuntime"
            models = name + "Models"
            client = name + "Client"
            server = name + "Server"
        }
    }
}

/// A file of the output.
public struct SwiftFile: Sendable {
    /// Relative to the output folder, with `/`.
    public let path: String
    /// What stands in it, one after the other.
    public let contents: [Content]

    init(path: String, contents: [Content]) {
        self.path = path
        self.contents = contents
    }

    init(path: String, content: Content) {
        self.init(path: path, contents: [content])
    }

    public enum Content: Sendable {
        case manifest
        case readme(ReadmeModel)
        case declaration(Declaration)
        case answer(AnswerType)
        case formerNames([TypeAlias])
        case headers(HeadersType)
        case body(BodyType)
        case operations([OperationConstant])
        case scopes(ScopesModel)
        case access(ScopesModel)
        case client(ClientModel)
        case servers(ServersType)
        case clientGroup(ClientGroup)
        case formerCalls(FormerCallsModel)
        case server(ServerModel)
        case service(ServiceGroup)
        case examples(ServiceGroup)
        case exampleService(ServerModel)
        case webhookSender(WebhooksModel)
        case webhookServer(WebhooksModel)
        /// Makes the models and the runtime part of what importing the client or the server gives.
        case exports([String])
    }

    /// The modules that the file imports; nil for what is no Swift source and has no head of its own.
    public func imports(_ modules: SwiftPackageModel.Modules) -> [String]? {
        var imports: Set<String> = []
        for content in contents {
            guard let needed = content.imports(modules) else { return nil }
            imports.formUnion(needed)
        }
        return imports.contains("Foundation")
            ? ["Foundation"] + imports.subtracting(["Foundation"]).sorted() : imports.sorted()
    }
}

extension SwiftFile.Content {
    fileprivate func imports(_ modules: SwiftPackageModel.Modules) -> [String]? {
        switch self {
        case .manifest, .readme: nil
        case .declaration, .answer, .body, .headers: ["Foundation", modules.runtime]
        case .operations, .scopes: [modules.runtime]
        case .formerNames, .servers: []
        case .client, .clientGroup, .formerCalls, .webhookSender:
            ["Foundation", modules.clientRuntime, modules.models]
        case .service, .examples: ["Foundation", modules.models, modules.serverRuntime]
        case .access, .exampleService: [modules.models]
        case .server, .webhookServer: [modules.models, modules.serverRuntime]
        case .exports: []
        }
    }
}

/// What the generated package's own README shows.
public struct ReadmeModel: Sendable {
    public let title: String
    public let description: [String]
    /// A line each: terms, contact, license, manual.
    public let facts: [String]
    public let example: Example?
    public let groups: [Group]

    /// The call that the first example makes.
    public struct Example: Sendable {
        /// `client.environments.datasets.list(projectID: "…")`
        public let call: String
        public let isPaged: Bool
        public let hasResult: Bool
        /// `personalAPIKey: "…"`, with which the client has its credential; nil where the call needs none.
        public let credential: String?
        /// The client's address, where the document does not say it.
        public let configuration: String?
        /// The protocols of the scopes that the call needs.
        public let scopes: [String]
        public let service: String
    }

    public struct Group: Sendable {
        public let path: String
        public let summary: String
    }
}
