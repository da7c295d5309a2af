import QuillRuntime

nonisolated extension OperationSender {
    /// The items of an answer, each when it arrives.
    public func items<Item>(
        _ request: OperationRequest, as coding: StreamCoding, accepting types: String, success: StatusSet,
        errors: [DocumentedError] = []
    ) async throws -> ItemStream<Item> {
        let answer = try await answer(
            to: request, accepting: types, success: success, errors: errors, isStreamed: true)
        return try items(in: answer, to: request, as: coding)
    }

    /// The items in an answer.
    public func items<Item>(
        in response: HTTPResponse, to request: OperationRequest, as coding: StreamCoding
    ) throws -> ItemStream<Item> {
        let type = response.fields["Content-Type"]
        if coding == .events, let stated = HTTPMediaType(type), stated.essence != "text/event-stream" {
            throw request.fault(.unexpectedContentType(type, expected: "text/event-stream"))
        }
        return ItemStream(
            reading: response.body, as: coding, limits: configuration.jsonLimits,
            validating: configuration.validation.contains(.responses),
            rule: request.operation.answerRule(for: response.status)
        ) { error in
            switch error {
            case let error as JSONError: request.fault(.malformedBody(error))
            case let error as HTTPBody.TooLarge: request.fault(.responseTooLarge(limit: error.limit))
            default: error
            }
        }
    }
}
