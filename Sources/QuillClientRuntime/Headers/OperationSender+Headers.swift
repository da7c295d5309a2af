import QuillRuntime

nonisolated extension OperationSender {
    /// The documented header fields of an answer.
    /// - Throws: ``ClientError`` where one that must be there is not, or is not of its type.
    public func headers<Headers: ResponseHeaders>(in response: HTTPResponse, to request: OperationRequest) throws
        -> Headers
    {
        do throws(HeaderError) {
            return try Headers(response.fields)
        } catch {
            throw request.fault(.invalidHeader(error))
        }
    }

    /// The value of a JSON answer together with its documented header fields.
    public func jsonWithHeaders<Value: JSONRepresentable, Headers: ResponseHeaders>(
        _ request: OperationRequest, accepting types: String = "application/json", success: StatusSet,
        errors: [DocumentedError] = []
    ) async throws -> WithHeaders<Value, Headers> {
        let answer = try await answer(to: request, accepting: types, success: success, errors: errors)
        return try await with(json(in: answer, to: request), in: answer, to: request)
    }

    /// A body together with the documented header fields of its answer.
    public func with<Body, Headers: ResponseHeaders>(
        _ body: Body, in response: HTTPResponse, to request: OperationRequest
    ) throws -> WithHeaders<Body, Headers> {
        WithHeaders(body, try headers(in: response, to: request))
    }
}
