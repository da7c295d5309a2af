import QuillRuntime

// Never inlined nor specialised: in release builds every operation of a document would be a copy of what is called here.
nonisolated extension HTTPResponse {
    /// An answer with a JSON body and the header fields that the document describes for it.
    @inline(never) @_semantics("optimize.sil.specialize.generic.never")
    public static func json(
        _ status: Int, _ answer: WithHeaders<some JSONRepresentable & Sendable, some ResponseHeaders>
    ) -> HTTPResponse {
        .json(status, answer.body).adding(answer.headers)
    }

    /// The answer with the header fields that the document describes for it.
    @inline(never) @_semantics("optimize.sil.specialize.generic.never")
    public func adding(_ headers: some ResponseHeaders) -> HTTPResponse {
        var response = self
        for (name, value) in headers.fields { response.fields.append(name, value) }
        return response
    }
}
