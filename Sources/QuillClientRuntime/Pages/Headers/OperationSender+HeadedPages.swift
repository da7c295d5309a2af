import QuillRuntime

nonisolated extension OperationSender {
    /// The items of a list, page by page, where the document describes header fields of the pages.
    public func pages<P: Page & Model, Headers: ResponseHeaders>(
        _ request: OperationRequest, success: StatusSet, offset: String? = nil, errors: [DocumentedError] = []
    ) -> PagedResults<WithHeaders<P, Headers>> {
        // Header fields differ with the hour.
        pages(request, success, offset, errors, isSame: { $0.body == $1.body }) { [self] answer, request in
            try await with(json(in: answer, to: request), in: answer, to: request)
        }
    }
}
