import Foundation
import QuillRuntime
import Testing

@testable import QuillClientRuntime

@Suite struct CallbackAddressTests {
    private let body = Dataset(id: 7, name: "https://receiver.example/a~b?x=1")

    @Test(arguments: [
        ("{$request.body#/name}", "https://receiver.example/a~b?x=1"),
        ("$request.body#/name", "https://receiver.example/a~b?x=1"),
        ("https://a.example/{$request.body#/id}/{$method}/{$statusCode}", "https://a.example/7/POST/201"),
        ("{$request.query.back}/data?id={$request.path.id}", "https://q.example/data?id=p"),
        ("{$request.header.x-back}", "https://h.example"),
        ("{$response.header.Location}", "https://l.example"),
        ("{$response.body#/list/1/a~1b}", "https://r.example"),
        ("https://fixed.example", "https://fixed.example"),
    ])
    func isComputedFromTheCall(expression: String, url: String) {
        let found = CallbackAddress(expression).url(
            method: "POST", path: ["id": "p"], query: ["back": "https://q.example"],
            header: ["X-Back": "https://h.example"], body: body, statusCode: 201,
            responseHeader: ["location": "https://l.example"],
            responseBody: JSONValue.object(["list": ["x", ["a/b": "https://r.example"]]]))
        #expect(found?.absoluteString == url)
    }

    @Test(arguments: [
        "{$request.body#/missing}", "{$request.body#/name/deeper}", "{$request.query.missing}",
        "{$response.query.back}",
        "{$request.cookie.a}", "{$other}", "{$url}", "{$request.body}", "{$response.body#/a}",
    ])
    func isNoneWhereTheCallLacksIt(expression: String) {
        #expect(CallbackAddress(expression).url(query: ["back": "x"], body: body) == nil)
    }
}

@Suite struct SendingElsewhereTests {
    private let info = OperationInfo("told", .post, "/told", .none)

    @Test func aRequestGoesToTheAddressOfItsReceiver() async throws {
        let transport = RecordingTransport { _ in .status(204) }
        let sender = OperationSender(transport, server: "https://api.example.com/v1")
        for address in ["https://receiver.example:8443/hook?key=1", "http://other.example"] {
            var request = OperationRequest(info, to: try #require(URL(string: address)))
            request.query("page", 2)
            request.body(json: "told")
            try await sender.empty(request, success: 204)
        }
        #expect(
            transport.requests.map { $0.url?.absoluteString } == [
                "https://receiver.example:8443/hook?key=1&page=2", "http://other.example/?page=2",
            ])
        #expect(transport.requests.allSatisfy { $0.method == .post && $0.body.bytes == Array("\"told\"".utf8) })
    }

    @Test func anAddressThatIsNoneIsAnError() async throws {
        let sender = OperationSender(RecordingTransport { _ in .status(204) })
        let request = OperationRequest(info, to: try #require(URL(string: "file:///etc/passwd")))
        let error = await clientError { try await sender.empty(request, success: 204) }
        guard case .invalidServer? = error?.reason else { return unexpected(error) }
    }
}
