import QuillRuntime

// The answers that handlers give: `.json(200, dataset)`, `.empty(405)`, `.bytes(200, image, contentType: "image/png")`.
nonisolated extension HTTPResponse {
    /// An answer with a JSON body.
    public static func json(
        _ status: Int, _ value: some JSONRepresentable, contentType: String = "application/json"
    ) -> HTTPResponse {
        bytes(status, value.jsonBytes(), contentType: contentType)
    }

    /// An answer without a body.
    public static func empty(_ status: Int) -> HTTPResponse {
        HTTPResponse(status: status, fields: [:], body: HTTPBody())
    }

    /// An answer with bytes of another media type.
    public static func bytes(_ status: Int, _ bytes: [UInt8], contentType: String) -> HTTPResponse {
        HTTPResponse(status: status, fields: ["Content-Type": contentType], body: HTTPBody(bytes))
    }

    /// An answer with text in UTF-8.
    public static func text(
        _ status: Int, _ text: String, contentType: String = "text/plain; charset=utf-8"
    ) -> HTTPResponse {
        bytes(status, Array(text.utf8), contentType: contentType)
    }

    /// An answer whose body is sent as it comes, of the media type that it has of its own or else of this one.
    public static func stream(_ status: Int, _ body: HTTPBody, contentType: String) -> HTTPResponse {
        HTTPResponse(status: status, fields: ["Content-Type": body.contentType ?? contentType], body: body)
    }

    /// An answer that is a form or a multipart body.
    public static func body(_ status: Int, _ value: some JSONRepresentable, as coding: BodyCoding) -> HTTPResponse {
        let (body, contentType) = coding.encoded(value)
        return HTTPResponse(status: status, fields: ["Content-Type": contentType], body: body)
    }

    /// A problem document (RFC 9457), under the status that it names.
    public static func problem(_ problem: Problem, fields: HTTPFields = [:]) -> HTTPResponse {
        var response = json(problem.status, problem, contentType: Problem.mediaType)
        for (name, value) in fields { response.fields.append(name, value) }
        return response
    }
}

/// An error that is itself an answer.
nonisolated protocol AnsweringError: Error {
    /// The answer, or nil if the error has a body that cannot be sent.
    var answer: HTTPResponse? { get }
}

nonisolated extension Problem: AnsweringError {
    var answer: HTTPResponse? { .problem(self) }
}

nonisolated extension Refusal: AnsweringError {
    var answer: HTTPResponse? { response }
}

nonisolated extension ErrorResponse: AnsweringError {
    /// The documented answer that a handler throws: `throw ErrorResponse(status: 404, body: BasicError(…))`.
    var answer: HTTPResponse? {
        var response: HTTPResponse
        switch body {
        case is NoBody: response = .empty(status)
        case let problem as Problem:
            response = .json(status, problem, contentType: Problem.mediaType)
        // A text is JSON too, unless its field says that it is plain.
        case let text as String where fields["content-type"]?.lowercased().hasPrefix("text/") == true:
            response = .text(status, text)
        case let value as any JSONRepresentable: response = .json(status, value)
        case let bytes as [UInt8]: response = .bytes(status, bytes, contentType: "application/octet-stream")
        default: return nil
        }
        for (name, value) in fields {
            if name.lowercased() == "content-type" {
                response.fields[name] = value
            } else {
                response.fields.append(name, value)
            }
        }
        return response
    }
}

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
