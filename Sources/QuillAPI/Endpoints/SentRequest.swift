/// A request that the service sends, to an address that its receiver gave: a webhook or a callback.
public struct SentRequest: Sendable {
    public let occasion: Occasion
    /// What is sent and how it is answered. Its path is where a receiver waits for it unless it chooses otherwise.
    public let endpoint: Endpoint

    /// What the request is sent for.
    public enum Occasion: Sendable, Hashable {
        /// Something happened (OpenAPI 3.1 §4.8.1).
        case webhook(name: String)
        /// An operation was called (OpenAPI 3.1 §4.8.18). The address is a runtime expression of that call:
        /// `{$request.body#/callbackUrl}`.
        case callback(name: String, operation: String, address: String)
    }
}
