import Foundation
import PostHogDemo
import PostHogServer
import Testing

extension IntegrationTests {
    @Suite("Documented requests, by curl")
    struct CurlTests {
        @Test("The documentation has 51 operations")
        func count() {
            #expect(DocumentedRequest.all.count == 51)
            #expect(
                Set(DocumentedRequest.all.map { "\($0.method) \($0.path)" })
                    == Set(Operation.all.map { "\($0.method) \($0.path)" }))
        }

        @Test("Each is answered as documented, with a key of just its scope", arguments: DocumentedRequest.all)
        func documented(request: DocumentedRequest) async throws {
            try await RunningServer.serving(ExampleService()) { server in
                for target in [request.target, String(request.target.dropLast())] {
                    let answer = try await Curl.send(
                        request.method, "\(server.url)\(target)", token: request.token,
                        fields: request.body == nil ? [] : ["Content-Type: application/json"], body: request.body)
                    #expect(answer.status == request.status, "\(String(decoding: answer.body, as: UTF8.self))")
                    if let response = request.response {
                        #expect(try answer.json == response)
                    } else {
                        #expect(answer.body.isEmpty)
                    }
                }
            }
        }

        @Test("Each is refused without a key, and with a key that lacks its scope", arguments: DocumentedRequest.all)
        func refused(request: DocumentedRequest) async throws {
            try await RunningServer.serving(ExampleService()) { server in
                let url = "\(server.url)\(request.target)"
                #expect(try await Curl.send(request.method, url).status == 401)
                #expect(try await Curl.send(request.method, url, token: "phx_unknown").status == 401)
                guard let scope = request.scope else { return }
                let answer = try await Curl.send(
                    request.method, url, token: scope == "INTERNAL" ? "phx_all" : "phx_none", body: request.body)
                #expect(answer.status == 403)
                #expect(try answer.problem.requiredScopes == [scope])
            }
        }
    }
}
