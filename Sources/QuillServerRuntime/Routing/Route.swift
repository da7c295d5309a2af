import QuillRuntime

/// One operation of the document and the code that answers it:
///
///     Route(Operation.datasetsRetrieve, json: 200) { call, service in
///         try await service.datasetsRetrieve(id: call.path("id"), caller: call.checkedCaller())
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
    public init(
        _ operation: OperationInfo, answering mediaTypes: [String] = ["application/json"],
        _ handler: @escaping Handler
    ) {
        self.operation = operation
        self.mediaTypes = mediaTypes
        self.handler = handler
    }

    /// Binds a handler that returns the body of a JSON answer to an operation.
    /// - Parameters:
    ///   - status: of the answer.
    ///   - mediaTypes: what the operation answers with on success.
    ///   - handler: reads the parameters and the body from the call, and returns what is written as JSON.
    public init<Answer: JSONRepresentable>(
        _ operation: OperationInfo, json status: Int, answering mediaTypes: [String] = ["application/json"],
        _ handler: @escaping @Sendable (inout ServerCall, Service) async throws -> Answer
    ) {
        self.init(operation, answering: mediaTypes) { call, service in
            .json(status, try await handler(&call, service))
        }
    }

    /// Binds a handler to an operation whose answer has no content.
    /// - Parameters:
    ///   - status: of the answer.
    ///   - handler: reads the parameters and the body from the call.
    public init(
        _ operation: OperationInfo, empty status: Int,
        _ handler: @escaping @Sendable (inout ServerCall, Service) async throws -> Void
    ) {
        self.init(operation, answering: []) { call, service in
            try await handler(&call, service)
            return .empty(status)
        }
    }
}
