import QuillRuntime

nonisolated extension OperationSender {
    /// The items of a list, page by page.
    /// - Parameter offset: the query parameter to count on, where the pages have no links.
    public func pages<P: Page & Model>(
        _ request: OperationRequest, success: StatusSet, offset: String? = nil, errors: [DocumentedError] = []
    ) -> PagedResults<P> {
        pages(request, success, offset, errors, isSame: ==) { [self] answer, request in
            try await json(in: answer, to: request)
        }
    }

    func pages<P: Page>(
        _ request: OperationRequest, _ success: StatusSet, _ offset: String?, _ errors: [DocumentedError],
        isSame: @escaping @Sendable (P, P) -> Bool,
        read: @escaping @Sendable (HTTPResponse, OperationRequest) async throws -> P
    ) -> PagedResults<P> {
        let fetch = { @Sendable [self] (request: OperationRequest, target: String?) -> (page: P, target: String) in
            let target = try target ?? self.target(of: request)
            let answer = try await answer(
                to: request, at: target, accepting: "application/json", success: success, errors: errors)
            return (try await read(answer, request), target)
        }
        return PagedResults(
            pages: PagedResults.Pages(request: request, offset: offset, origin: origin, fetch: fetch, isSame: isSame))
    }
}
