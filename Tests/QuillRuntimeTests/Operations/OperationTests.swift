import Foundation
import QuillRuntime
import Testing

@Suite struct OperationTests {
    @Test func scopesBringOthersAlong() {
        let rules = ScopeRules(includes: [
            "a:write": ["a:read"], "admin": ["a:write", "b:read"], "x": ["y"], "y": ["x"],
        ])
        #expect(rules.closure(of: ["admin"]) == ["admin", "a:write", "a:read", "b:read"])
        #expect(rules.closure(of: ["x"]) == ["x", "y"])
        #expect(rules.covers(["a:write"], ["a:read"]))
        #expect(!rules.covers(["a:read"], ["a:write"]))
        #expect(!rules.covers(["a:write"], ["a:read", "b:read"]))
        #expect(rules.covers([], []))
    }

    @Test func requirementsReadWell() {
        let both = SecurityRequirement.anyOf([
            [SchemeRequirement("key", ["a:read", "b:read"])],
            [SchemeRequirement("session"), SchemeRequirement("csrf")],
        ])
        #expect("\(both)" == "key (a:read, b:read) or session and csrf")
        #expect("\(SecurityRequirement.none)" == "none")
        #expect(SecurityRequirement.none.isOpen && SecurityRequirement.anyOf([[], [SchemeRequirement("key")]]).isOpen)
        #expect(!SecurityRequirement.scheme("key").isOpen)
        #expect(
            SecurityRequirement.scheme("key", "a", "b").alternatives == [
                [SchemeRequirement(scheme: "key", scopes: ["a", "b"])]
            ])
    }

    @Test func problemsSurvive() throws {
        let problem = Problem(
            title: "Forbidden", status: 403, detail: "the key lacks dataset:write",
            errors: [
                ProblemField(detail: "missing", pointer: "/name"),
                ProblemField(detail: "less than 0", parameter: "limit"),
            ],
            requiredScopes: ["dataset:write"], grantedScopes: [], extensions: ["trace": 7])
        #expect(
            problem.jsonText() == """
                {"type":"about:blank","title":"Forbidden","status":403,"detail":"the key lacks dataset:write",\
                "errors":[{"detail":"missing","pointer":"/name"},{"detail":"less than 0","parameter":"limit"}],\
                "required_scopes":["dataset:write"],"granted_scopes":[],"trace":7}
                """)
        #expect(try Problem(json: problem.jsonBytes()) == problem)
        #expect("\(problem)" == "403 Forbidden; the key lacks dataset:write; /name: missing; limit: less than 0")
    }

    @Test func errorResponsesReadWell() {
        #expect("\(ErrorResponse(operationID: "list", status: 405))" == "list: status 405")
        #expect("\(ErrorResponse(status: 404, body: "gone"))" == "status 404, gone")
    }

    @Test func percentEncodingIsReversible() {
        let text = "aé😀 /?#[]@!$&'()*+,;=%-._~\n"
        #expect(
            PercentEncoding.unreserved.encode(text)
                == "a%C3%A9%F0%9F%98%80%20%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%25-._~%0A")
        #expect(PercentEncoding.decode(PercentEncoding.unreserved.encode(text)) == text)
        #expect(PercentEncoding.reserved.encode("/a b%20%zz?") == "/a%20b%20%25zz?")
        for broken in ["%", "%2", "%zz", "%FF", "%C3"] { #expect(PercentEncoding.decode(broken) == nil) }
    }

    @Test func parametersHaveTexts() throws {
        #expect(Int(parameterText: "12") == 12 && Int(parameterText: "+12") == nil && Int(parameterText: "x") == nil)
        #expect(Int32(parameterText: "99999999999") == nil && Int64(parameterText: "-5")?.parameterText == "-5")
        #expect(Bool(parameterText: "true") == true && Bool(parameterText: "1") == nil)
        #expect(
            Double(parameterText: "1.5e3") == 1500 && Double(parameterText: "nan") == nil
                && Double(parameterText: "0x1") == nil)
        #expect(1.0.parameterText == "1")
        let uuid = try #require(UUID(uuidString: "497F6ECA-6276-4993-BFEB-53CBBBBA6F08"))
        #expect(
            uuid.parameterText == "497f6eca-6276-4993-bfeb-53cbbbba6f08"
                && UUID(parameterText: uuid.parameterText) == uuid)
        #expect(Color(parameterText: "mauve")?.parameterText == "mauve")
        #expect(Level(parameterText: "x") == nil && Level(parameterText: "21") == .v21)
        #expect(CalendarDate(parameterText: "2020-02-29")?.parameterText == "2020-02-29")
        #expect(URL(parameterText: "https://a.b/c")?.parameterText == "https://a.b/c")
    }
}
