import QuillClientRuntime
import QuillRuntime
import Testing

/// A client holds bodies to the document only when asked to.
@Suite struct ValidationTests {
    /// A list of at most two names, none of them empty.
    private static let rename = OperationInfo(
        "rename", .post, "/open/", .none, bodyRule: JSONRule(#"{"maxItems": 2, "items": {"minLength": 1}}"#))

    private func send(_ names: [String]?, _ validation: ClientConfiguration.Validation) async throws -> Color {
        let sender = OperationSender(Script(.success(.json("\"blue\""))).transport) { $0.validation = validation }
        var request = OperationRequest(Self.rename)
        request.body(json: names)
        return try await sender.json(request, success: 200)
    }

    private typealias Color = OpenEnum<ColorValues>
    private enum ColorValues: EnumValues {
        static var all: [String] { ["red"] }
    }

    @Test func bodiesThatBreakTheDocumentAreNotSent() async {
        let error = await clientError { try await send(["a", "", "c"], .requests) }
        guard case .invalidBody(let fault) = error?.reason else { return unexpected(error) }
        #expect(fault.issues.map(\.pointer) == ["", "/1"])
        #expect(fault.issues.map(\.message) == ["more than 2 elements", "empty"])
    }

    @Test func answersThatBreakTheDocumentAreRefused() async {
        let error = await clientError { try await send(["a"], [.requests, .responses]) }
        guard case .malformedBody = error?.reason else { return unexpected(error) }
    }

    /// A list or a text that the document limits, as the answer with status 200, 2XX or any.
    @Test(arguments: [200, 2, 0])
    func answersWhoseTypesDoNotSayTheirLimitsAreHeldToThem(key: Int) async {
        let limited = OperationInfo(
            "list", .get, "/open/", .none,
            answerRules: [key: JSONRule(#"{"minItems": 1, "maxLength": 3, "items": {"minLength": 1}}"#)])
        func answer<Value: Sendable>(
            _ response: HTTPResponse, _ read: (OperationSender, OperationRequest) async throws -> Value
        ) async -> [String] {
            let sender = OperationSender(Script(.success(response)).transport) { $0.validation = .responses }
            let error = await clientError { try await read(sender, OperationRequest(limited)) }
            guard case .malformedBody(let fault) = error?.reason else { return [] }
            return fault.issues.map(\.description)
        }
        let list: (OperationSender, OperationRequest) async throws -> [String] = { try await $0.json($1, success: 200) }
        let text: (OperationSender, OperationRequest) async throws -> String = { try await $0.text($1, success: 200) }
        #expect(await answer(.json("[]"), list) == ["fewer than 1 element"])
        #expect(await answer(.json(#"["a", ""]"#), list) == ["/1: empty"])
        #expect(await answer(.json("long"), text) == ["longer than 3 characters"])
    }

    @Test func nothingIsHeldToAnythingWithoutBeingAsked() async throws {
        #expect(try await send(["a", "", "c"], []).rawValue == "blue")
        #expect(try await send(nil, .requests).rawValue == "blue")
    }
}
