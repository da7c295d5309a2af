import QuillRuntime

nonisolated extension HTTPResponse {
    /// An answer with a JSON body and the header fields that the document describes for it.
    public static func json(
        _ status: Int, _ answer: WithHeaders<some JSONRepresentable & Sendable, some ResponseHeaders>
    ) -> HTTPResponse {
        .json(status, answer.body).adding(answer.headers)
    }

    /// The answer with the header fields that the document describes for it.
    public func adding(_ headers: some ResponseHeaders) -> HTTPResponse {
        var response = self
        for (name, value) in headers.fields { response.fields.append(name, value) }
        return response
    }
}
