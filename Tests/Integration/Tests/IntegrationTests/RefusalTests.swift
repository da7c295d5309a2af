import Foundation
import PostHogDemo
import PostHogServer
import Testing

extension IntegrationTests {
    @Suite("Requests that are refused, over HTTP")
    struct RefusalTests {
        private let datasets = "/api/environments/1/datasets/"

        /// The answer to a POST of a dataset.
        private func post(
            _ body: String, token: String? = "phx_dataset:write", type: String = "application/json",
            options: ServerOptions = ServerOptions()
        ) async throws -> Curl.Answer {
            try await RunningServer.serving(ExampleService(), options: options) { [datasets] server in
                try await Curl.send(
                    "POST", "\(server.url)\(datasets)", token: token, fields: ["Content-Type: \(type)"],
                    body: Array(body.utf8))
            }
        }

        @Test("A missing key is 401")
        func missingKey() async throws {
            let answer = try await post("{}", token: nil)
            #expect(answer.status == 401)
            #expect(try answer.problem.title == "Unauthorized")
        }

        @Test("A wrong scope is 403 and named")
        func wrongScope() async throws {
            let answer = try await post("{}", token: "phx_read")
            #expect(answer.status == 403)
            let problem = try answer.problem
            #expect(problem.requiredScopes == ["dataset:write"])
            #expect(problem.grantedScopes?.contains("dataset:read") == true)
            #expect(problem.detail?.contains("dataset:write") == true)
        }

        @Test("A body that is not JSON is 400", arguments: ["", "{", "name=string", "{'name': 'x'}"])
        func unparsable(body: String) async throws {
            #expect(try await post(body).status == 400)
        }

        @Test("A body that breaks the schema is 422, with the path of each field")
        func invalid() async throws {
            let answer = try await post(#"{"description": 7, "deleted": "no"}"#)
            #expect(answer.status == 422)
            #expect(try answer.problem.errors?.compactMap(\.pointer).sorted() == ["/deleted", "/description", "/name"])
        }

        @Test("A body of another type is 415")
        func otherType() async throws {
            #expect(try await post("name=string", type: "application/x-www-form-urlencoded").status == 415)
        }

        @Test("A body over the limit is 413, with its length declared or in chunks")
        func oversized() async throws {
            let body = #"{"name": "\#(String(repeating: "x", count: 100_000))"}"#
            let options = ServerOptions(maximumBodyBytes: 10_000)
            #expect(try await post(body, options: options).status == 413)
            try await RunningServer.serving(ExampleService(), options: options) { [datasets] server in
                let answer = try await Curl.send(
                    "POST", "\(server.url)\(datasets)", token: "phx_all",
                    fields: ["Content-Type: application/json", "Transfer-Encoding: chunked"], body: Array(body.utf8))
                #expect(answer.status == 413)
            }
        }

        @Test(
            "Parameters that cannot be read are 400, values out of range 422, unknown paths 404, methods 405",
            arguments: [
                ("GET", "/api/environments/1/datasets/not-a-uuid/", 400),
                ("GET", "/api/environments/1/datasets/?limit=x", 400),
                ("GET", "/api/environments/1/datasets/?limit=0", 422),
                ("GET", "/api/environments/1/datasets/?order_by=size", 422),
                ("GET", "/api/environments/1/datasets/?id__in=497f6eca-6276-4993-bfeb-53cbbbba6f08,x", 400),
                ("GET", "/api/nothing/", 404), ("PUT", "/api/environments/1/datasets/", 405),
                ("OPTIONS", "/api/environments/1/datasets/", 204),
            ])
        func others(method: String, target: String, status: Int) async throws {
            try await RunningServer.serving(ExampleService()) { server in
                let answer = try await Curl.send(method, "\(server.url)\(target)", token: "phx_all")
                #expect(answer.status == status)
            }
        }
    }
}
