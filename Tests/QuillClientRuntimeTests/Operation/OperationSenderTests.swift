import Foundation
import QuillRuntime
import Testing

@testable import QuillClientRuntime

@Suite struct OperationSenderTests {
    private func create(_ sender: OperationSender) async throws -> Dataset {
        var request = OperationRequest(Operation.create)
        request.path("project_id", "1")
        request.body(json: Dataset(id: 0, name: "new"))
        return try await sender.json(
            request, success: 201,
            errors: [.json(404, BasicError.self), .empty(405), .json(.range(4), BasicError.self), .empty(.default)])
    }

    @Test func sendsWhatTheOperationDescribesAndReadsTheAnswer() async throws {
        let transport = Script(.success(.json(#"{"id": 3, "name": "new"}"#, status: 201))).transport
        let sender = OperationSender(transport, server: "https://api.example.com:8443/base/") {
            $0.userAgent = "tests"
        }
        #expect(try await create(sender) == Dataset(id: 3, name: "new"))
        let request = try #require(transport.requests.first)
        #expect(request.method == .post)
        #expect(request.url?.absoluteString == "https://api.example.com:8443/base/api/1/datasets/")
        #expect(
            request.fields == [
                "Content-Type": "application/json", "Accept": "application/json", "User-Agent": "tests",
                "Authorization": "Bearer secret-key",
            ])
        #expect(request.body.bytes == Array(#"{"id":0,"name":"new"}"#.utf8))
    }

    @Test func theClosestDocumentedErrorIsThrown() async throws {
        func thrown(_ answer: HTTPResponse) async -> any Error {
            do {
                _ = try await create(OperationSender(Script(.success(answer)).transport))
                return CancellationError()
            } catch { return error }
        }
        let notFound = await thrown(.json(#"{"detail": "gone"}"#, status: 404)) as? ErrorResponse<BasicError>
        #expect(notFound?.status == 404 && notFound?.body.detail == "gone")
        #expect(notFound?.operationID == "datasets_create")
        let notAllowed = await thrown(.status(405, ["Allow": "GET"])) as? ErrorResponse<NoBody>
        #expect(notAllowed?.fields["Allow"] == "GET")
        let range = await thrown(.json(#"{"detail": "range"}"#, status: 418)) as? ErrorResponse<BasicError>
        #expect(range?.status == 418)
        #expect((await thrown(.status(501)) as? ErrorResponse<NoBody>)?.status == 501)
        #expect((await thrown(.status(405)) as? any OperationError)?.operationID == "datasets_create")
        // A documented status with a body of another kind, from a proxy for example.
        let html = await thrown(.json("<html>", status: 404, type: "text/html")) as? ClientError
        #expect(html?.status == 404)
    }

    @Test func anOperationWithoutSuccessThrowsItsDocumentedStatus() async throws {
        let errors: [DocumentedError] = [.empty(405)]
        func destroy(_ status: Int) async throws {
            let sender = OperationSender(Script(.success(.status(status))).transport)
            try await sender.empty(OperationRequest(Operation.destroy), success: [], errors: errors)
        }
        await #expect(throws: ErrorResponse<NoBody>.self) { try await destroy(405) }
        #expect(await clientError { try await destroy(204) }?.status == 204)
    }

    @Test func undocumentedStatusesShowTheStartOfTheBody() async throws {
        let body = #"{"type":"about:blank","title":"Forbidden","status":403,"detail":"no\u001b"}"#
        let answer = HTTPResponse.json(body, status: 403, type: "application/problem+json")
        let sender = OperationSender(Script(.success(answer)).transport)
        let error = await clientError {
            try await sender.empty(OperationRequest(Operation.open), success: 200)
        }
        #expect(error?.status == 403)
        #expect(error?.problem?.title == "Forbidden")
        #expect(error?.description.hasPrefix("open_retrieve: the status 403 is not documented: {") == true)
        #expect(error?.localizedDescription == error?.description)

        let noise = HTTPResponse.json("a\u{1B}[31m\nb" + String(repeating: "x", count: 50_000), status: 418)
        let loud = await clientError {
            try await OperationSender(Script(.success(noise)).transport)
                .empty(OperationRequest(Operation.open), success: 200)
        }
        #expect(loud?.description.contains("a [31m b") == true && (loud?.description.count ?? 0) < 400)
        guard case .unexpectedStatus(let kept)? = loud?.reason else { return unexpected(loud) }
        #expect(kept.body.length == 16 * 1024)
    }

    @Test func jsonMustBeJSON() async throws {
        func reason(_ answer: HTTPResponse) async -> ClientError.Reason? {
            await clientError {
                let sender = OperationSender(Script(.success(answer)).transport)
                return try await sender.json(OperationRequest(Operation.open), success: 200) as Dataset
            }?.reason
        }
        guard case .unexpectedContentType("text/html", _)? = await reason(.json("<html>", type: "text/html")) else {
            return unexpected(nil)
        }
        guard case .malformedBody(let broken)? = await reason(.json(#"{"id": 3, "na"#)) else {
            return unexpected(nil)
        }
        #expect(broken.kind == .malformed)
        guard case .malformedBody(let other)? = await reason(.json(#"["id"]"#)) else { return unexpected(nil) }
        #expect(other.kind == .mismatch)
        for type in ["application/json; charset=utf-8", "application/vnd.api+JSON", nil] {
            let sender = OperationSender(Script(.success(.json(#"{"id":1,"name":"a"}"#, type: type))).transport)
            let value: Dataset = try await sender.json(OperationRequest(Operation.open), success: [.range(2)])
            #expect(value.id == 1)
        }
    }

    @Test func otherKindsOfResults() async throws {
        let transport = Script(.success(.json("grüß", type: "text/plain"))).transport
        let sender = OperationSender(transport)
        let request = OperationRequest(Operation.open)
        #expect(try await sender.text(request, success: 200) == "grüß")
        let body = try await sender.body(request, success: 200)
        #expect(body.bytes == Array("grüß".utf8) && body.contentType == "text/plain")
        #expect(try await sender.response(request).status == 200)
        var asking = request
        asking.header("Accept", "text/csv")
        _ = try await sender.body(asking, success: 200)
        #expect(transport.requests.map { $0.fields["Accept"] }.last == "text/csv")

        let json = OperationSender(Script(.success(.json(#"{"id":1,"name":"a"}"#, status: 202))).transport)
        let answer = try await json.response(request, success: [200, 202])
        #expect(try await json.json(in: answer, to: request) == Dataset(id: 1, name: "a"))
    }

    @Test func answersOverTheLimitAreRefused() async throws {
        let chunks = AsyncStream<[UInt8]> { stream in
            for _ in 0..<100 { stream.yield([UInt8](repeating: 0, count: 1000)) }
            stream.finish()
        }
        let transport = ClosureTransport { _ in HTTPResponse(status: 200, body: HTTPBody(stream: chunks)) }
        let sender = OperationSender(transport) { $0.maximumResponseBytes = 5000 }
        let error = await clientError { try await sender.text(OperationRequest(Operation.open), success: 200) }
        guard case .responseTooLarge(limit: 5000)? = error?.reason else { return unexpected(error) }
    }

    @Test func argumentsThatCannotBeSentAreNotSent() async throws {
        let transport = Script(.success(.status(200))).transport
        var request = OperationRequest(Operation.list)
        request.path("project_id", "")
        let error = await clientError { try await OperationSender(transport).empty(request, success: 200) }
        guard case .invalidParameter("project_id", _)? = error?.reason else { return unexpected(error) }
        let nowhere = OperationSender(transport, server: "mailto:x@example.com")
        let lost = await clientError { try await nowhere.empty(OperationRequest(Operation.open), success: 200) }
        guard case .invalidServer? = lost?.reason else { return unexpected(lost) }
        #expect(transport.requests.isEmpty)
    }

    @Test func middlewareSeesEachCallOnceAndNoCredentials() async throws {
        struct Tagging: ClientMiddleware {
            let tag: String
            func intercept(
                _ request: HTTPRequest, operation: OperationInfo,
                next: @Sendable (HTTPRequest) async throws -> HTTPResponse
            ) async throws -> HTTPResponse {
                #expect(request.fields["Authorization"] == nil)
                var request = request
                request.fields.append("X-Tag", tag)
                var answer = try await next(request)
                answer.fields.append("X-Tag", tag)
                return answer
            }
        }
        let transport = Script(.success(.status(429)), .success(.status(200))).transport
        let sender = OperationSender(transport) { $0.middleware = [Tagging(tag: "outer"), Tagging(tag: "inner")] }
        var request = OperationRequest(Operation.list)
        request.path("project_id", "1")
        let answer = try await sender.response(request)
        #expect(transport.requests.map { $0.fields["X-Tag"] } == ["outer, inner", "outer, inner"])
        #expect(transport.requests.allSatisfy { $0.fields["Authorization"] == "Bearer secret-key" })
        #expect(answer.fields["X-Tag"] == "inner, outer")
    }

    @Test func aRequestThatMiddlewareSendsElsewhereCarriesNoCredentials() async throws {
        struct Moving: ClientMiddleware {
            let change: @Sendable (inout HTTPRequest) -> Void
            func intercept(
                _ request: HTTPRequest, operation: OperationInfo,
                next: @Sendable (HTTPRequest) async throws -> HTTPResponse
            ) async throws -> HTTPResponse {
                var request = request
                change(&request)
                return try await next(request)
            }
        }
        let changes: [@Sendable (inout HTTPRequest) -> Void] = [
            { $0.authority = "elsewhere.example" }, { $0.scheme = "http" }, { $0.authority = "api.example.com:444" },
            { $0.target = "@elsewhere.example/" },
        ]
        for change in changes {
            let transport = Script(.success(.status(200))).transport
            let sender = OperationSender(transport) { $0.middleware = [Moving(change: change)] }
            var request = OperationRequest(Operation.list)
            request.path("project_id", "1")
            try await sender.empty(request, success: 200)
            #expect(transport.requests.map { $0.fields["Authorization"] } == [nil])
        }
    }

    @Test func descriptionsHideSecrets() {
        let credentials: ClientCredentials = [
            "key": .bearer("secret-key", scopes: ["dataset:read"]), "login": .basic(user: "me", password: "secret-pw"),
            "header": .apiKey("secret-api-key"),
        ]
        let sender = OperationSender(
            ClosureTransport { _ in .status(200) }, server: "https://me:secret-url@api.example.com",
            credentials: credentials)
        var dumped = ""
        dump(credentials, to: &dumped)
        dump(sender.configuration, to: &dumped)
        for text in ["\(credentials)", String(reflecting: credentials), "\(sender.configuration)", dumped] {
            #expect(!text.contains("secret"), "\(text)")
        }
        #expect("\(credentials)".contains("dataset:read"))
    }
}
