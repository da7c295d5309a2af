import QuillClientRuntime
import QuillRuntime
import Testing

/// A client holds what it sends and receives to the document only when asked to.
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

    /// What of a request to `/open/` cannot be sent by a client that validates what it sends.
    private func refusal(_ arguments: (inout OperationRequest) -> Void) async -> String? {
        let sender = OperationSender(Script(.success(.json("1"))).transport) { $0.validation = .requests }
        var request = OperationRequest(OperationInfo("list", .get, "/open/", .none))
        arguments(&request)
        do {
            let _: Int = try await sender.json(request, success: 200)
            return nil
        } catch {
            guard case .invalidParameter(let name, let reason) = (error as? ClientError)?.reason else {
                return "\(error)"
            }
            return "\(name): \(reason)"
        }
    }

    @Test func parametersThatBreakTheDocumentAreNotSent() async throws {
        #expect(await refusal { $0.check("limit", 0, .init(minimum: 1)) } == "limit: it is less than 1")
        #expect(await refusal { $0.check("limit", 1, .init(minimum: 1)) } == nil)
        #expect(await refusal { $0.check("limit", nil as Int?, .init(minimum: 1)) } == nil)
        #expect(await refusal { $0.check("name", "abc", .init(pattern: "^b")) } == "name: it does not match ^b")
        let sizes: ParameterRules = .init(maxItems: 2, items: .init(maximum: 5))
        #expect(await refusal { $0.check("sizes", [1, 2, 3], sizes) } == "sizes: it has more than 2 elements")
        #expect(await refusal { $0.check("sizes", [1, 9], sizes) } == "sizes: an element is greater than 5")
        #expect(await refusal { $0.check("sizes", [1, 5], sizes) } == nil)
        // An enumeration and a structure say themselves what they are held to.
        let listed = await refusal { $0.query("color", Color(rawValue: "blue")) }
        #expect(listed == #"color: it has the unknown value "blue"; known are "red""#)
        #expect(await refusal { $0.header("X-Colors", [Color(rawValue: "red")]) } == nil)
        let structure = await refusal { $0.query("filter", json: [Color(rawValue: "blue")]) }
        #expect(structure?.hasPrefix("filter: ") == true && structure?.contains("unknown value") == true)
        // Nobody asked for it.
        let sender = OperationSender(Script(.success(.json("1"))).transport)
        var request = OperationRequest(OperationInfo("list", .get, "/open/", .none))
        request.check("limit", 0, .init(minimum: 1))
        #expect(try await sender.json(request, success: 200) == 1)
    }

    @Test func answersThatBreakTheDocumentAreRefused() async {
        let error = await clientError { try await send(["a"], [.requests, .responses]) }
        guard case .malformedBody = error?.reason else { return unexpected(error) }
    }

    /// A list or a text that the document limits, as the answer with status 200 or 2XX.
    @Test(arguments: [200, 2])
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

    /// The default describes errors.
    @Test func whatIsSaidOfOtherStatusesIsNotSaidOfASuccess() async throws {
        let operation = OperationInfo(
            "list", .get, "/open/", .none,
            answerRules: [0: JSONRule(#"{"minItems": 9}"#), 2: JSONRule(#"{"minItems": 9}"#), 200: JSONRule("true")])
        let sender = OperationSender(Script(.success(.json("[1]"))).transport) { $0.validation = .responses }
        #expect(try await sender.json(OperationRequest(operation), success: [200, .range(2)]) == [1])
    }

    // MARK: Forms

    /// A dictionary with limits, which its type does not say, and a model that says its own.
    private static let forms = OperationInfo(
        "forms", .get, "/open/", .none,
        answerRules: [200: JSONRule(#"{"additionalProperties": {"minLength": 2}, "maxProperties": 2}"#)])

    private struct Tagged: Model {
        let tags: [String]

        init(reading value: JSONReader) {
            var object = value.object()
            tags = object.required("tags")
            value.check(JSONRule(#"{"properties": {"tags": {"minItems": 1, "items": {"minLength": 2}}}}"#))
        }

        func write(to json: inout JSONWriter) {
            json.beginObject()
            json.required("tags", tags)
            json.endObject()
        }
    }

    private func form<Value: JSONRepresentable>(
        _ text: String, _ fields: [String: FormField] = [:], _ validation: ClientConfiguration.Validation = .responses
    ) async throws -> Value {
        let answer = HTTPResponse.json(text, type: "application/x-www-form-urlencoded")
        let sender = OperationSender(Script(.success(answer)).transport) { $0.validation = validation }
        return try await sender.value(OperationRequest(Self.forms), as: .form(fields), success: 200)
    }

    @Test func formsAreHeldToWhatTheirTypesDoNotSay() async throws {
        let error = await clientError { try await form("a=x&b=yy&c=zz") as [String: String] }
        guard case .malformedBody(let fault) = error?.reason else { return unexpected(error) }
        #expect(fault.issues.map(\.description) == ["more than 2 members", "/a: shorter than 2 characters"])
        #expect(try await form("a=xx") == ["a": "xx"])
        #expect(try await form("a=x", [:], []) == ["a": "x"])
    }

    /// What is laid out in a style is known as texts first, which rules cannot look at.
    @Test(arguments: [("tags=xx&tags=y", FormField.text.list), ("tags=xx,y", .text.list.style(.form, explode: false))])
    func formsAreHeldToTheRulesOfTheirModels(text: String, field: FormField) async throws {
        let error = await clientError { try await form(text, ["tags": field]) as Tagged }
        guard case .malformedBody(let fault) = error?.reason else { return unexpected(error) }
        #expect(fault.issues.map(\.description) == ["/tags/1: shorter than 2 characters"])
        #expect(try await (form(text, ["tags": field], []) as Tagged).tags == ["xx", "y"])
    }

    // MARK: Errors

    /// A list under 404, a text under any other 4XX, and a model for the rest.
    private func failed(
        _ answer: HTTPResponse, _ validation: ClientConfiguration.Validation = .responses
    ) async throws {
        let operation = OperationInfo(
            "open", .get, "/open/", .none,
            answerRules: [404: JSONRule(#"{"items": {"minimum": 1}}"#), 4: JSONRule(#"{"minLength": 3}"#)])
        let sender = OperationSender(Script(.success(answer)).transport) { $0.validation = validation }
        try await sender.empty(
            OperationRequest(operation), success: 204,
            errors: [.json(404, [Int].self), .text(.range(4)), .json(.default, Tagged.self)])
    }

    @Test(arguments: [
        (404, "[2, 0]", "/1: less than 1"), (400, "no", "shorter than 3 characters"),
        (500, #"{"tags": []}"#, "/tags: fewer than 1 element"),
    ])
    func errorsThatBreakTheDocumentAreTold(status: Int, body: String, issue: String) async throws {
        let answer = HTTPResponse.json(body, status: status)
        let told = await clientError { try await failed(answer) }
        guard case .malformedError(let response, let fault) = told?.reason else { return unexpected(told) }
        #expect(fault.issues.map(\.description) == [issue])
        #expect(response.body.bytes == Array(body.utf8) && told?.status == status)
        #expect(told?.description == "open: the answer with status \(status) is not as documented: \(issue)")
        // Without being asked a client takes them as they are.
        do {
            try await failed(answer, .requests)
            Issue.record("no error")
        } catch {
            #expect(!(error is ClientError), "\(error)")
        }
    }

    @Test func errorsThatKeepToTheDocumentAreThrownAsUsual() async {
        await #expect(throws: ErrorResponse<[Int]>.self) { try await failed(.json("[1]", status: 404)) }
        await #expect(throws: ErrorResponse<String>.self) { try await failed(.json("gone", status: 410)) }
        await #expect(throws: ErrorResponse<Tagged>.self) { try await failed(.json(#"{"tags": ["xx"]}"#, status: 500)) }
    }

    /// A gateway's page is no body of the service.
    @Test func errorsOfAnotherTypeAreStatusesWithoutADocument() async {
        let page = HTTPResponse.json("<p>Bad gateway</p>", status: 502, type: "text/html")
        let error = await clientError { try await failed(page) }
        guard case .unexpectedStatus = error?.reason else { return unexpected(error) }
        #expect(error?.status == 502)
    }

    @Test func theProblemOfAnErrorThatBreaksTheDocumentIsThere() async {
        let problem = HTTPResponse.json(
            #"{"title": "Gone", "status": 404}"#, status: 404, type: "application/problem+json")
        let error = await clientError { try await failed(problem) }
        guard case .malformedError = error?.reason else { return unexpected(error) }
        #expect(error?.problem?.title == "Gone")
    }

    @Test func nothingIsHeldToAnythingWithoutBeingAsked() async throws {
        #expect(try await send(["a", "", "c"], []).rawValue == "blue")
        #expect(try await send(nil, .requests).rawValue == "blue")
    }
}
