// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import PostHogRuntime

/// Answers HTTP requests; what an engine's adapter is given. Generated servers are responders.
public nonisolated protocol HTTPResponder: Sendable {
    /// The answer to a request. Whatever goes wrong is an answer too.
    func respond(to request: HTTPRequest) async -> HTTPResponse
}
