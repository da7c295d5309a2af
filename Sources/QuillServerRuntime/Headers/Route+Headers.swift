import QuillRuntime

nonisolated extension Route {
    /// Binds a handler to an operation that answers with a JSON body and documented header fields.
    /// - Parameters:
    ///   - status: of the answer.
    ///   - mediaTypes: what the operation answers with on success.
    ///   - handler: reads the parameters and the body from the call, and returns body and fields.
    public init<Answer: JSONRepresentable & Sendable, Headers: ResponseHeaders>(
        _ operation: OperationInfo, jsonWithHeaders status: Int,
        answering mediaTypes: [String] = ["application/json"],
        _ handler: @escaping @Sendable (inout ServerCall, Service) async throws -> WithHeaders<Answer, Headers>
    ) {
        self.init(operation, answering: mediaTypes) { call, service in
            .json(status, try await handler(&call, service))
        }
    }
}
