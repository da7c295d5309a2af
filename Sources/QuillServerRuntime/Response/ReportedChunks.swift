import QuillRuntime

/// The chunks of an answer's body. What breaks it off while it is sent is told, because no answer can tell it any more.
nonisolated struct ReportedChunks: AsyncSequence, Sendable {
    typealias Element = [UInt8]

    let body: HTTPBody
    let report: @Sendable (any Error) -> Void

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(chunks: body.makeAsyncIterator(), report: report) }

    nonisolated struct AsyncIterator: AsyncIteratorProtocol {
        var chunks: HTTPBody.AsyncIterator
        let report: @Sendable (any Error) -> Void

        mutating func next() async throws -> [UInt8]? {
            do {
                return try await chunks.next()
            } catch {
                if !(error is CancellationError) { report(error) }
                throw error
            }
        }
    }
}
