import Foundation
import QuillRuntime
import Testing

@testable import QuillClientRuntime

@Suite struct RedirectTests {
    private func follow(
        _ operation: OperationInfo, _ status: Int, to location: String
    ) async throws -> [HTTPRequest] {
        let transport = Script(.success(.status(status, ["Location": location])), .success(.status(200))).transport
        var request = OperationRequest(operation)
        if operation.method == .post { request.body(HTTPBody([1]), contentType: "text/plain") }
        try await OperationSender(transport).empty(request, success: 200)
        return transport.requests
    }

    @Test func redirectsWithinTheOriginAreFollowedWithTheKey() async throws {
        let locations = [
            "/new/?a=1", "https://api.example.com/new/?a=1", "../new/?a=1", "HTTPS://API.example.com:443/new/?a=1",
            "//api.example.com/new/?a=1#part", "https://someone@api.example.com/new/?a=1",
        ]
        for location in locations {
            let requests = try await follow(Operation.open, 301, to: location)
            #expect(requests.last?.url?.absoluteString == "https://api.example.com/new/?a=1", "\(location)")
            #expect(requests.count == 2)
        }
        let keyed = Script(.success(.status(307, ["Location": "/new/"])), .success(.status(200))).transport
        try await OperationSender(keyed).empty(OperationRequest(Operation.destroy), success: 200)
        #expect(keyed.requests.map { $0.fields["Authorization"] } == ["Bearer secret-key", "Bearer secret-key"])
        #expect(keyed.requests.map(\.method) == [.delete, .delete])
    }

    @Test func theStatusDecidesTheMethod() async throws {
        for (status, method) in [(301, HTTPMethod.get), (302, .get), (303, .get), (307, .post), (308, .post)] {
            let last = try await follow(Operation.send, status, to: "/new/").last
            #expect(last?.method == method)
            #expect(last?.body.isEmpty == (method == .get))
            #expect((last?.fields["Content-Type"] == nil) == (method == .get))
        }
    }

    @Test func redirectsElsewhereAreRefused() async throws {
        let locations = [
            "https://elsewhere.example/", "//elsewhere.example/", "http://api.example.com/", "ftp://api.example.com/",
            "https://api.example.com:444/", "https://api.example.com@elsewhere.example/?key=secret", "mailto:x@y",
        ]
        for location in locations {
            let error = await clientError { try await follow(Operation.open, 302, to: location) }
            guard case .redirected(let place)? = error?.reason else {
                unexpected(error)
                continue
            }
            #expect(!place.contains("secret"))
        }
    }

    @Test func redirectsEnd() async throws {
        let transport = Script(.success(.status(302, ["Location": "/open/"]))).transport
        let error = await clientError {
            try await OperationSender(transport).empty(OperationRequest(Operation.open), success: 200)
        }
        guard case .tooManyRedirects(limit: 5)? = error?.reason else { return unexpected(error) }
        #expect(transport.requests.count == 6)
    }

    @Test func aDocumentedRedirectIsTheAnswer() async throws {
        let transport = Script(.success(.status(302, ["Location": "https://files.example/1"]))).transport
        let answer = try await OperationSender(transport).response(
            OperationRequest(Operation.open), success: [200, 302])
        #expect(answer.fields["Location"] == "https://files.example/1")
    }
}
