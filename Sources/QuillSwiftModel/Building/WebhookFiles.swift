import QuillAPI

/// The files of what a service sends of itself: one for those who send it, in the client's module, and one for those
/// who receive it, in the server's.
struct WebhookFiles {
    private let api: API
    private let operations: OperationBuilder
    private let name: String
    private let names: [String]

    /// - Parameter namespace: the names of the constants of operations, of which those of webhooks are part.
    init(api: API, operations: OperationBuilder, name: String, _ namespace: inout Namespace) {
        self.api = api
        self.operations = operations
        self.name = name
        names = operations.constantNames(api.sent.map(\.endpoint), &namespace)
    }

    var constants: [OperationConstant] {
        zip(api.sent, names).map { operations.constant($0.endpoint, name: $1) }
    }

    func files(_ modules: SwiftPackageModel.Modules) -> [SwiftFile] {
        if api.sent.isEmpty { return [] }
        var methodNamespace = Namespace(reserved: ["sender"])
        let methodNames = operations.methodNames(api.sent.map(\.endpoint), &methodNamespace)
        let model = WebhooksModel(
            senderName: name + "WebhookSender", serverName: name + "WebhookServer",
            serviceName: name + "WebhookService", title: SwiftText.commentLines(api.title),
            methods: zip(zip(api.sent, names), methodNames).flatMap { request, methodName in
                operations.methods(
                    request.0.endpoint, named: methodName, operation: request.1, &methodNamespace)
            },
            addresses: addresses)
        let service = ServiceGroup(
            protocolName: model.serviceName, routesName: "webhookRoutes", server: model.serverName,
            comment: ["What is done with each webhook and callback: one method for each."],
            methods: zip(api.sent, names).map { request, name in
                operations.handler(request.endpoint, name: name, operation: name)
            })
        return [
            SwiftFile(path: "Sources/\(modules.client)/WebhookSender.swift", content: .webhookSender(model)),
            SwiftFile(
                path: "Sources/\(modules.server)/WebhookService.swift",
                contents: [.service(service), .webhookServer(model)]),
        ]
    }

    private var addresses: [WebhooksModel.Address] {
        var namespace = Namespace(reserved: ["expression"])
        var known: Set<SentRequest.Occasion> = []
        return api.sent.compactMap { request in
            guard case .callback(let name, let operation, let address) = request.occasion,
                known.insert(request.occasion).inserted
            else { return nil }
            let words = Words(splitting: name)
            let qualified = Words(Words(splitting: operation).words + words.words)
            return WebhooksModel.Address(
                name: namespace.claim(
                    Identifier.member(words, orElse: "callback"), Identifier.member(qualified, orElse: "callback")),
                comment: SwiftText.commentLines("Where the callback `\(name)` of `\(operation)` goes."),
                expression: SwiftText.literal(address))
        }
    }
}
