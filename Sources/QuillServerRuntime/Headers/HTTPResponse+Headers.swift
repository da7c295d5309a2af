import QuillRuntime

nonisolated extension HTTPResponse {
    /// The answer with the header fields that the document describes for it.
    public func adding(_ headers: some ResponseHeaders) -> HTTPResponse {
        var response = self
        for (name, value) in headers.fields { response.fields.append(name, value) }
        return response
    }
}
