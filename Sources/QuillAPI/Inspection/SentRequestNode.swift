import QuillNodes

extension SentRequest {
    /// The endpoint, and what it is sent for.
    var node: Node {
        switch occasion {
        case .webhook(let name): endpoint.node.adding(["webhook": .text(name)])
        case .callback(let name, let operation, let address):
            endpoint.node.adding([
                "callback": .text(name), "operation": .text(operation), "address": .text(address),
            ])
        }
    }
}
