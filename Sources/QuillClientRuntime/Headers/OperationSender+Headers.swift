import QuillRuntime

// Never inlined nor specialised: in release builds every operation of a document would be a copy of what is called here.
nonisolated extension OperationSender {
    /// The documented header fields of an answer.
    /// - Throws: ``ClientError`` where one that must be there is not, or is not of its type.
    @inline(never) @_semantics("optimize.sil.specialize.generic.never")
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
    @inline(never) @_semantics("optimize.sil.specialize.generic.never")
    public func jsonWithHeaders<Value: JSONRepresentable, Headers: ResponseHeaders>(
        _ request: OperationRequest, accepting types: String = "application/json", success: StatusSet,
        errors: [DocumentedError] = []
    ) async throws -> WithHeaders<Value, Headers> {
        let answer = try await answer(to: request, accepting: types, success: success, errors: errors)
        return try await with(json(in: answer, to: request), in: answer, to: request)
    }

    /// A body together with the documented header fields of its answer.
    @inline(never) @_semantics("optimize.sil.specialize.generic.never")
    public func with<Body, Headers: ResponseHeaders>(
        _ body: Body, in response: HTTPResponse, to request: OperationRequest
    ) throws -> WithHeaders<Body, Headers> {
        WithHeaders(body, try headers(in: response, to: request))
    }
}
