import QuillRuntime

/// One operation of the document and the code that answers it:
///
///     Route(Operation.datasetsRetrieve) { call, service in
///         let id: UUID = call.path("id")
///         try call.checked()
///         return try .json(200, await service.datasetsRetrieve(id: id, caller: call.caller))
///     }
///
/// The handler runs only for callers that meet the operation's security requirement.
public nonisolated struct Route<Service: Sendable>: Sendable {
    /// Answers one request. What it throws becomes the response, see ``OperationServer``.
    public typealias Handler = @Sendable (inout ServerCall, Service) async throws -> HTTPResponse

    /// The operation that is answered.
    public let operation: OperationInfo
    /// The media types of its successful answers; empty when these have no body.
    public let mediaTypes: [String]
    let handler: Handler

    /// Binds a handler to an operation.
    /// - Parameters:
    ///   - operation: method, path template and security requirement.
    ///   - mediaTypes: what the operation answers with on success. A client whose `Accept` excludes all of them gets
    ///     a 406 before the handler runs.
    ///   - handler: reads the parameters and the body from the call, and answers.
    // Once for all routes: inlined, it is most of what a release build of a document compiles for each.
    @inline(never)
    public init(
        _ operation: OperationInfo, answering mediaTypes: [String] = ["application/json"],
        _ handler: @escaping Handler
    ) {
        self.operation = operation
        self.mediaTypes = mediaTypes
        self.handler = handler
    }
}
