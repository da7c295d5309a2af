import Foundation
import QuillRuntime
import QuillServerRuntime
import Testing

@Suite("Reading parameters")
struct ParameterTests {
    /// The text that a handler makes of a request, or the status and details of its refusal.
    private func read(
        _ target: String, at path: String = "/", fields: HTTPFields = [:],
        _ handler: @escaping @Sendable (inout ServerCall) throws -> Any?
    ) async throws -> String {
        let server = server(.get, path) { call in
            let value = try handler(&call)
            try call.checked()
            return value.map { "\($0)" } ?? "nil"
        }
        let answer = try await server.answer(target, fields: fields)
        guard answer.status != 200 else { return answer.text }
        let details = try (answer.problem.errors ?? []).map { "\($0.parameter ?? "?"): \($0.detail)" }
        return (["\(answer.status)"] + details).joined(separator: " ")
    }

    // MARK: Types

    @Test("Each type is read from its text")
    func types() async throws {
        let id = "3fa85f64-5717-4562-b3fc-2c963f66afa6"
        #expect(try await read("/\(id)", at: "/{x}") { $0.path("x") as UUID } == id.uppercased())
        #expect(try await read("/-7", at: "/{x}") { $0.path("x") as Int } == "-7")
        #expect(try await read("/7", at: "/{x}") { $0.path("x") as Int32 } == "7")
        #expect(try await read("/1.5", at: "/{x}") { $0.path("x") as Double } == "1.5")
        #expect(try await read("/true", at: "/{x}") { $0.path("x") as Bool } == "true")
        #expect(try await read("/2026-01-31", at: "/{x}") { $0.path("x") as CalendarDate } == "2026-01-31")
        #expect(
            try await read("/2026-01-31T12:00:00Z", at: "/{x}") { ($0.path("x") as Date).timeIntervalSince1970 }
                == "1769860800.0")
        #expect(try await read("/a%20b%2Fc", at: "/{x}") { $0.path("x") as String } == "a b/c")
        #expect(try await read("/-name", at: "/{x}") { ($0.path("x") as Order).rawValue } == "-name")
        #expect(try await read("/37", at: "/{x}") { ($0.path("x") as Level).rawValue } == "37")
    }

    @Test("Text that is no value of the type is 400, and the detail says what was expected")
    func unparsable() async throws {
        #expect(
            try await read("/x", at: "/{id}") { $0.path("id") as UUID }
                == "400 id: The path parameter `id` is not a UUID.")
        #expect(
            try await read("/?n=1.5") { $0.query("n") as Int? } == "400 n: The query parameter `n` is not an integer.")
        #expect(
            try await read("/?n=99999999999999999999") { $0.query("n") as Int? }
                == "400 n: The query parameter `n` is not an integer.")
        #expect(
            try await read("/?n=") { $0.query("n") as Int? } == "400 n: The query parameter `n` is not an integer.")
        #expect(
            try await read("/?d=nan") { $0.query("d") as Double? } == "400 d: The query parameter `d` is not a number.")
        #expect(
            try await read("/?b=1") { $0.query("b") as Bool? }
                == "400 b: The query parameter `b` is not `true` or `false`.")
        #expect(
            try await read("/?t=today") { $0.query("t") as Date? }
                == "400 t: The query parameter `t` is not a date and time like 2019-08-24T14:15:22Z.")
        #expect(
            try await read("/?t=2026-02-30") { $0.query("t") as CalendarDate? }
                == "400 t: The query parameter `t` is not a date like 2019-08-24.")
        #expect(
            try await read("/x", at: "/{level}") { $0.path("level") as Level }.hasPrefix("400 level: "))
    }

    @Test("An unknown value of an enumeration is 422")
    func unknownCase() async throws {
        #expect(
            try await read("/?o=size") { $0.query("o") as Order? }
                == "422 o: The query parameter `o` has the unknown value \"size\"; known are \"name\", \"-name\".")
        #expect(
            try await read("/22", at: "/{l}") { $0.path("l") as Level }
                == "422 l: The path parameter `l` has the unknown value 22; known are 21, 37.")
        #expect(
            try await read("/?o=name,size") { $0.query("o", explode: false) as [Order]? }
                == "422 o: The query parameter `o` has the unknown value \"size\"; known are \"name\", \"-name\".")
    }

    @Test("Absence is nil, or 422 where the parameter must be sent")
    func absence() async throws {
        #expect(try await read("/") { $0.query("n") as Int? } == "nil")
        #expect(try await read("/") { $0.query("n") as [Int]? } == "nil")
        #expect(try await read("/") { $0.header("n") as Int? } == "nil")
        #expect(try await read("/") { $0.cookie("n") as Int? } == "nil")
        #expect(
            try await read("/") { $0.requiredQuery("n") as UUID } == "422 n: The query parameter `n` is missing.")
        #expect(
            try await read("/") { $0.requiredQuery("n") as [Date] } == "422 n: The query parameter `n` is missing.")
        #expect(
            try await read("/") { $0.requiredHeader("n") as Level } == "422 n: The header parameter `n` is missing.")
        #expect(
            try await read("/") { $0.requiredCookie("n") as String } == "422 n: The cookie parameter `n` is missing.")
    }

    @Test("All faults are listed in one answer; one that cannot be parsed makes it a 400")
    func allFaults() async throws {
        let answer = try await read("/x?n=-1&o=size", at: "/{id}") { call in
            let _: UUID = call.path("id")
            let _: Int? = call.query("n", where: .init(minimum: 0))
            let _: Order? = call.query("o")
            return nil as Int?
        }
        #expect(
            answer
                == "400 id: The path parameter `id` is not a UUID. n: The query parameter `n` is less than 0. "
                + "o: The query parameter `o` has the unknown value \"size\"; known are \"name\", \"-name\".")
        let many = try await read("/?n=" + String(repeating: "x,", count: 1000)) {
            $0.query("n", explode: false) as [Int]?
        }
        #expect(many.count < 10_000)
    }

    @Test(
        "Constraints of numbers",
        arguments: [
            ("0", "is less than 1"), ("1", "1"), ("10", "10"), ("11", "is greater than 10"),
        ])
    func bounds(text: String, expected: String) async throws {
        let inclusive = try await read("/?n=\(text)") { $0.query("n", where: .init(minimum: 1, maximum: 10)) as Int? }
        #expect(inclusive == expected || inclusive == "422 n: The query parameter `n` \(expected).")
        let number = try await read("/?n=\(text)") {
            $0.requiredQuery("n", where: .init(minimum: 1, maximum: 10)) as Double
        }
        #expect(number.hasPrefix(expected) || number == "422 n: The query parameter `n` \(expected).")
    }

    @Test("Exclusive bounds and multiples")
    func otherNumbers() async throws {
        #expect(
            try await read("/?n=1") { $0.query("n", where: .init(exclusiveMinimum: 1)) as Int? }
                == "422 n: The query parameter `n` is not greater than 1.")
        #expect(
            try await read("/?n=2.5") { $0.query("n", where: .init(exclusiveMaximum: 2.5)) as Double? }
                == "422 n: The query parameter `n` is not less than 2.5.")
        #expect(try await read("/?n=0.3") { $0.query("n", where: .init(multipleOf: 0.1)) as Double? } == "0.3")
        #expect(
            try await read("/?n=7") { $0.query("n", where: .init(multipleOf: 5)) as Int? }
                == "422 n: The query parameter `n` is not a multiple of 5.")
    }

    @Test("Constraints of texts count characters as JSON Schema does")
    func lengths() async throws {
        #expect(
            try await read("/?s=") { $0.query("s", where: .init(minLength: 1)) as String? }
                == "422 s: The query parameter `s` is empty.")
        #expect(try await read("/?s=%F0%9F%91%8D") { $0.query("s", where: .init(maxLength: 1)) as String? } == "👍")
        #expect(
            try await read("/abc", at: "/{s}") { $0.path("s", where: .init(maxLength: 2)) as String }
                == "422 s: The path parameter `s` is longer than 2 characters.")
        #expect(try await read("/?s=ab1") { $0.query("s", where: .init(pattern: "^[a-z]+[0-9]$")) as String? } == "ab1")
        #expect(
            try await read("/?s=1ab") { $0.query("s", where: .init(pattern: "^[a-z]+[0-9]$")) as String? }
                == "422 s: The query parameter `s` does not match ^[a-z]+[0-9]$.")
    }

    @Test("Constraints of lists")
    func listRules() async throws {
        #expect(
            try await read("/?n=1") { $0.query("n", where: .init(minItems: 2)) as [Int]? }
                == "422 n: The query parameter `n` has fewer than 2 elements.")
        #expect(
            try await read("/?n=1&n=2") { $0.query("n", where: .init(maxItems: 1)) as [Int]? }
                == "422 n: The query parameter `n` has more than 1 element.")
        #expect(
            try await read("/?n=1&n=1") { $0.query("n", where: .init(uniqueItems: true)) as [Int]? }
                == "422 n: The query parameter `n` has equal elements.")
    }

    // MARK: Styles

    @Test(
        "Lists in a path, by RFC 6570's table",
        arguments: [
            (ParameterStyle.simple, false, "/red,green,blue"), (.simple, true, "/red,green,blue"),
            (.label, false, "/.red,green,blue"), (.label, true, "/.red.green.blue"),
            (.matrix, false, "/;list=red,green,blue"), (.matrix, true, "/;list=red;list=green;list=blue"),
        ])
    func pathLists(style: ParameterStyle, explode: Bool, target: String) async throws {
        let list = try await read(target, at: "/{list}") { $0.path("list", style: style, explode: explode) as [String] }
        #expect(list == "[\"red\", \"green\", \"blue\"]")
    }

    @Test(
        "Single values in a path",
        arguments: [
            (ParameterStyle.simple, "/a%2Cb", "a,b"), (.label, "/.a.b", "a.b"), (.matrix, "/;v=a", "a"),
            (.matrix, "/;v", ""), (.label, "/a", "400 v: The path parameter `v` does not begin with a full stop."),
            (.matrix, "/;w=a", "400 v: The path parameter `v` does not begin with `;v`."),
            (.matrix, "/v", "400 v: The path parameter `v` does not begin with a semicolon."),
        ])
    func pathValues(style: ParameterStyle, target: String, expected: String) async throws {
        #expect(try await read(target, at: "/{v}") { $0.path("v", style: style) as String } == expected)
    }

    @Test(
        "Lists in a query",
        arguments: [
            (ParameterStyle.form, true, "?c=a&c=b", "[\"a\", \"b\"]"), (.form, false, "?c=a,b", "[\"a\", \"b\"]"),
            (.form, false, "?c=a%2Cb,c", "[\"a,b\", \"c\"]"), (.form, true, "?c=a,b", "[\"a,b\"]"),
            (.form, false, "?c=", "[]"), (.form, true, "?c=", "[\"\"]"), (.form, false, "?c=,", "[\"\", \"\"]"),
            (.spaceDelimited, false, "?c=a%20b", "[\"a\", \"b\"]"),
            (.spaceDelimited, false, "?c=a+b", "[\"a\", \"b\"]"),
            (.pipeDelimited, false, "?c=a%7Cb", "[\"a\", \"b\"]"), (.pipeDelimited, false, "?c=a|b", "[\"a\", \"b\"]"),
            (.pipeDelimited, false, "?c=a%7cb%20c", "[\"a\", \"b c\"]"),
            (.spaceDelimited, true, "?c=a&c=b", "[\"a\", \"b\"]"), (.form, true, "?%63=a+b&d=1", "[\"a b\"]"),
            (.form, true, "?c=%", "400 c: The query parameter `c` is not percent-encoded UTF-8."),
            (.form, false, "?c=%ff", "400 c: The query parameter `c` is not percent-encoded UTF-8."),
        ])
    func queryLists(style: ParameterStyle, explode: Bool, target: String, expected: String) async throws {
        #expect(
            try await read("/\(target)") { $0.query("c", style: style, explode: explode) as [String]? } == expected)
    }

    @Test("A single value given twice is refused")
    func twice() async throws {
        #expect(
            try await read("/?n=1&n=2") { $0.query("n") as Int? }
                == "400 n: The query parameter `n` is given more than once.")
    }

    @Test(
        "Objects in a query",
        arguments: [
            (ParameterStyle.deepObject, true, "?o[a]=1&o%5Bb%5D=2&p[c]=3"), (.form, false, "?o=a,1,b,2"),
            (.form, true, "?a=1&b=2"), (.spaceDelimited, false, "?o=a%201%20b%202"),
            (.pipeDelimited, false, "?o=a|1|b|2"),
        ])
    func queryObjects(style: ParameterStyle, explode: Bool, target: String) async throws {
        let object = try await read("/\(target)") { call in
            (call.query(model: "o", as: .object, style: style, explode: explode, spread: .besides([])) as [String: Int]?)
                .map { $0.sorted { $0.key < $1.key } }
        }
        #expect(object == "[(key: \"a\", value: 1), (key: \"b\", value: 2)]")
    }

    @Test("Objects with named members take the types of their members")
    func models() async throws {
        func note(_ query: String) async throws -> String {
            try await read("/\(query)") { call in
                (call.query(model: "o", as: .object, style: .deepObject) as Note?).map {
                    "\($0.title) \($0.count ?? -1)"
                }
            }
        }
        #expect(try await note("?o[title]=12&o[count]=3") == "12 3")
        #expect(try await note("?o[title]=a") == "a -1")
        #expect(try await note("") == "nil")
        #expect(
            try await note("?o[title]=a&o[count]=-3").hasPrefix("422 o: The query parameter `o` is broken at /count: "))
        #expect(
            try await note("?o[title]=a&o[count]=x").hasPrefix("422 o: The query parameter `o` is broken at /count: "))
        let missing = try await read("/") { $0.requiredQuery(model: "o", as: .object, style: .deepObject) as Note }
        #expect(missing == "422 o: The query parameter `o` is missing.")
    }

    @Test("A parameter whose value is JSON")
    func json() async throws {
        #expect(try await read("/?o=%7B%22title%22:%22a%22%7D") { ($0.query(json: "o") as Note?)?.title } == "a")
        #expect(try await read("/?o=%7B") { $0.query(json: "o") as Note? }.hasPrefix("400 o: "))
        #expect(try await read("/?o=%7B%7D") { $0.query(json: "o") as Note? }.hasPrefix("422 o: "))
    }

    @Test("Header fields are read as they stand, whatever the case of their names")
    func headers() async throws {
        #expect(try await read("/", fields: ["x-n": " 7 "]) { $0.header("X-N") as Int? } == "7")
        #expect(try await read("/", fields: ["X-S": "a%20b, c"]) { $0.header("X-S") as String? } == "a%20b, c")
        #expect(
            try await read("/", fields: ["X-S": "a, b ,c"]) { $0.header("X-S") as [String]? } == "[\"a\", \"b\", \"c\"]"
        )
        let bars = try await read("/", fields: ["X-S": "a | b,c"]) {
            $0.header("X-S", style: .pipeDelimited) as [String]?
        }
        #expect(bars == "[\"a\", \"b,c\"]")
        let tabs = try await read("/", fields: ["X-S": "1\t2"]) {
            $0.requiredHeader(model: "X-S", as: .list, style: .tabDelimited) as [Int]
        }
        #expect(tabs == "[1, 2]")
        var fields: HTTPFields = ["X-S": "a"]
        fields.append("x-s", "b,c")
        #expect(try await read("/", fields: fields) { $0.requiredHeader("X-S") as [String] } == "[\"a\", \"b\", \"c\"]")
        #expect(
            try await read("/", fields: ["X-N": "x"]) { $0.requiredHeader("X-N") as Int }
                == "400 X-N: The header parameter `X-N` is not an integer.")
    }

    @Test("Cookies are found among others")
    func cookies() async throws {
        #expect(try await read("/", fields: ["Cookie": "a=1; b=x%20y;c=3"]) { $0.cookie("b") as String? } == "x y")
        #expect(
            try await read("/", fields: ["Cookie": "a=1,2"]) { $0.cookie("a", explode: false) as [Int]? } == "[1, 2]")
        #expect(try await read("/", fields: ["Cookie": "a=1; a=2"]) { $0.cookie("a") as [Int]? } == "[1, 2]")
        #expect(try await read("/", fields: ["Cookie": ";;=;a"]) { $0.cookie("a") as String? } == "nil")
    }

    @Test("What a client writes in a style, the server reads in it")
    func roundTrip() async throws {
        let texts = ["a,b", "c d", "|;.", "100%", "é+", ""]
        for style in [ParameterStyle.form, .spaceDelimited, .pipeDelimited] {
            // A space or a bar within a value cannot be told from the delimiter: RFC 6570 has no such styles.
            for explode in style == .form ? [true, false] : [true] {
                let query = style.text(of: ParameterValue(texts), named: "list", explode: explode)
                let read = try await read("/?\(query)") {
                    $0.query("list", style: style, explode: explode) as [String]?
                }
                #expect(read == "\(texts)", "\(style) \(explode) \(query)")
            }
        }
        for style in [ParameterStyle.simple, .matrix] {
            for explode in [true, false] {
                let segment = style.text(of: ParameterValue(texts), named: "list", explode: explode)
                let read = try await read("/\(segment)", at: "/{list}") {
                    $0.path("list", style: style, explode: explode) as [String]
                }
                #expect(read == "\(texts)", "\(style) \(explode) \(segment)")
            }
        }
        let plain = ["a,b", "", "c;d", "100%", "é+"]
        for style in [ParameterStyle.spaceDelimited, .tabDelimited, .pipeDelimited] {
            let segment = style.text(of: ParameterValue(plain), named: "list", explode: false, isNamed: false)
            let read = try await read("/\(segment)", at: "/{list}") { $0.path("list", style: style) as [String] }
            #expect(read == "\(plain)", "\(style) \(segment)")
            let field = style.text(
                of: ParameterValue(plain), named: "list", explode: false, encoded: false, isNamed: false)
            let heard = try await self.read("/", fields: ["List": field]) {
                $0.header("List", style: style) as [String]?
            }
            #expect(heard == "\(plain)", "\(style) \(field)")
        }
    }
}
