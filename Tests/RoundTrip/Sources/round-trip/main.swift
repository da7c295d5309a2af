import Foundation
import GoldenClient
import GoldenServer

// Every style of parameters: what the generated client sends is what the specification's table has, and what the
// generated server hears is what was sent.

let heard = Heard()
let server = GoldenServer(service: ListeningService(heard: heard))
let transport = RecordingTransport { request in await server.respond(to: request) }
let client = GoldenClient(
    configuration: ClientConfiguration(
        server: URL(string: "https://golden.test") ?? URL(fileURLWithPath: "/"), transport: transport,
        retry: RetryPolicy(attempts: 1)))

var (passed, failed) = (0, 0)

@MainActor func check(_ name: String, _ condition: Bool, _ detail: @autoclosure () -> String) {
    if condition {
        passed += 1
    } else {
        failed += 1
        print("failed: \(name): \(detail())")
    }
}

/// Makes a call, and compares what was sent and what was heard.
/// - Parameter target: path and query as they are sent; nil where only the values matter.
@MainActor func trip(
    _ name: String, _ values: [Any?], target: String? = nil, fields: [String: String] = [:],
    _ call: @MainActor () async throws -> Void
) async {
    do {
        try await call()
    } catch {
        check(name, false, "\(error)")
        return
    }
    let sent = transport.requests.last
    if let target { check(name, sent?.target == target, "sent \(sent?.target ?? ""), expected \(target)") }
    for (field, text) in fields {
        check(name, sent?.fields[field] == text, "sent \(field): \(sent?.fields[field] ?? ""), expected \(text)")
    }
    let expected = Heard.texts(values)
    check(name, heard.last == expected, "heard \(heard.last), expected \(expected)")
}

@MainActor func refused(_ name: String, _ target: String, fields: HTTPFields = [:], naming parameter: String) async {
    let response = await server.respond(to: HTTPRequest(method: .get, target: target, fields: fields))
    let problem = response.body.bytes.flatMap { try? Problem(json: $0) }
    check(
        name, [400, 422].contains(response.status) && problem?.errors?.first?.parameter == parameter,
        "\(response.status) \(problem?.description ?? "")")
}

let names = ["blue", "black", "brown"]
let color = Color(r: 100, g: 200, b: 150)
let awkward = ["a,b", "c d", "|;.=", "100%", "é+&?/#", ""]
let filter = Filter(
    text: "a&b=c, \"d\"", tags: ["x", "y,z"], range: FilterRange(from: 1, to: 2.5), parts: [color, color], active: true)

await trip(
    "simple", ["blue", names, color, color],
    target: "/simple/blue/blue,black,brown/R,100,G,200,B,150/R=100,G=200,B=150"
) { try await client.simple(value: "blue", list: names, object: color, exploded: color) }
await trip("simple, awkward", ["a/b,c", awkward, color, color]) {
    try await client.simple(value: "a/b,c", list: awkward, object: color, exploded: color)
}
await trip(
    "label", ["blue", names, names, color, color],
    target: "/label/.blue/.blue,black,brown/.blue.black.brown/.R,100,G,200,B,150/.R=100.G=200.B=150"
) { try await client.label(value: "blue", list: names, listExploded: names, object: color, exploded: color) }
await trip("label, awkward", ["a.b", awkward, awkward, color, color]) {
    try await client.label(value: "a.b", list: awkward, listExploded: awkward, object: color, exploded: color)
}
await trip(
    "matrix", ["blue", names, names, color, color],
    target: "/matrix/;value=blue/;list=blue,black,brown/;listExploded=blue;listExploded=black;listExploded=brown"
        + "/;object=R,100,G,200,B,150/;R=100;G=200;B=150"
) { try await client.matrix(value: "blue", list: names, listExploded: names, object: color, exploded: color) }
await trip("matrix, awkward", ["", awkward, awkward, color, color]) {
    try await client.matrix(value: "", list: awkward, listExploded: awkward, object: color, exploded: color)
}

await trip("query, nothing", [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil], target: "/query") {
    try await client.query()
}
await trip(
    "query", ["a/b?c", names, names, color, color, names, color, names, color, nil, nil, ["x": 1]],
    target: "/query?value=a/b?c&list=blue,black,brown&listExploded=blue&listExploded=black&listExploded=brown"
        + "&object=R,100,G,200,B,150&R=100&G=200&B=150&spaced=blue%20black%20brown&spacedObject=R%20100%20G%20200%20B%20150"
        + "&piped=blue%7Cblack%7Cbrown&pipedObject=R%7C100%7CG%7C200%7CB%7C150&x=1"
) {
    try await client.query(
        value: "a/b?c", list: names, listExploded: names, object: color, exploded: color, spaced: names,
        spacedObject: color, piped: names, pipedObject: color, others: ["x": 1])
}
await trip("query, awkward", ["#&+[]", awkward, awkward, nil, nil, nil, nil, nil, nil, nil, nil, nil]) {
    try await client.query(value: "#&+[]", list: awkward, listExploded: awkward)
}
await trip(
    "deep object",
    [nil, nil, nil, nil, nil, nil, nil, nil, nil, Filter(text: "t", range: FilterRange(from: 1)), names, nil],
    target: "/query?deep%5Btext%5D=t&deep%5Brange%5D%5Bfrom%5D=1&deepList%5B%5D=blue&deepList%5B%5D=black"
        + "&deepList%5B%5D=brown"
) { try await client.query(deep: Filter(text: "t", range: FilterRange(from: 1)), deepList: names) }
await trip("deep object, nested", [nil, nil, nil, nil, nil, nil, nil, nil, nil, filter, nil, nil]) {
    try await client.query(deep: filter)
}

await trip(
    "header", ["a, b", names, color, color, filter],
    fields: [
        "X-Value": "a, b", "X-List": "blue,black,brown", "X-Object": "R,100,G,200,B,150",
        "X-Exploded": "R=100,G=200,B=150",
    ]
) { try await client.header(xValue: "a, b", xList: names, xObject: color, xExploded: color, xJSON: filter) }
await trip("header, quoted", ["x", ["\"a,b\"", "W/\"1\""], nil, nil, nil]) {
    try await client.header(xValue: "x", xList: ["\"a,b\"", "W/\"1\""])
}
await trip(
    "cookie", ["a b;c", names, names, color, "a%20b", names, color],
    fields: [
        "Cookie": "value=a%20b%3Bc; list=blue,black,brown; listExploded=blue; listExploded=black; listExploded=brown; "
            + "object=R,100,G,200,B,150; raw=a%20b; rawList=blue; rawList=black; rawList=brown; R=100; G=200; B=150"
    ]
) {
    try await client.cookie(
        value: "a b;c", list: names, listExploded: names, object: color, raw: "a%20b", rawList: names, exploded: color)
}

await trip("content", [filter, filter, "a b"]) { try await client.content(where: filter, filter: filter, note: "a b") }
await trip(
    "whole query as form", [Filter(text: "a b", tags: ["x", "y,z"], range: FilterRange(from: 1))],
    target: "/form?text=a%20b&tags=x,y%2Cz&range%5Bfrom%5D=1"
) { try await client.wholeQueryAsForm(query: Filter(text: "a b", tags: ["x", "y,z"], range: FilterRange(from: 1))) }
await trip("whole query as form, nested", [filter]) { try await client.wholeQueryAsForm(query: filter) }
await trip("whole query as JSON", [Filter(text: "t")], target: "/json?%7B%22text%22%3A%22t%22%7D") {
    try await client.wholeQueryAsJSON(query: Filter(text: "t"))
}
await trip("no query", [nil], target: "/json") { try await client.wholeQueryAsJSON() }

let day = CalendarDate("2026-02-28") ?? CalendarDate("2026-01-31")
let defaultDay = CalendarDate("2026-01-31")
let id = UUID()
let unset: Any? = nil
let sizes: [Int32] = [1, 2]
let defaultColor = Color(r: 1, g: 2, b: 3)
let defaults: [Any?] = [
    TypesKey.integer(7), unset, defaultDay, unset, unset, unset, unset, TypesSort.up, unset, sizes, unset, unset, unset,
    unset, defaultColor,
]
await trip("types, defaults", defaults, target: "/types/7?count=null") {
    try await client.types(key: .integer(7), count: nil)
}
let time = Date(timeIntervalSince1970: 1_700_000_000)
let bytes = Data([0xFB, 0xFF, 1])
let large = 9_007_199_254_740_993
let gaps: [Int?] = [1, nil, 3]
let expand: TypesExpand = .strings(["a", "b"])
let mixed: [TypesMixedItem] = [.integer(1), .bool(true), .string("x")]
let grid = [[1, 2], [3]]
let anything: JSONValue = ["a", 1]
let level = TypesLevel(rawValue: 2)
let oneSize: [Int32] = [3]
let values: [Any?] = [
    TypesKey.uuid(id), large, day, time, bytes, false, gaps, TypesSort.down, level, oneSize, expand, mixed, grid,
    anything, color,
]
await trip("types", values) {
    try await client.types(
        key: .uuid(id), count: large, day: day, time: time, bytes: bytes, flag: false, gaps: gaps, sort: .down,
        level: level, sizes: oneSize, expand: expand, mixed: mixed, grid: grid, anything: anything, color: color)
}

await refused("an integer beyond its bound", "/types/7?count=9007199254740994", naming: "count")
await refused("an item beyond its bound", "/types/7?count=1&sizes=0", naming: "sizes")
await refused("too many items", "/types/7?count=1&sizes=1&sizes=2&sizes=3&sizes=4", naming: "sizes")
await refused("no value of the union", "/types/x?count=1", naming: "key")
await refused("no color", "/query?object=R,1,G", naming: "object")
await refused("a color that lacks blue", "/query?object=R,1,G,2", naming: "object")
await refused("a member of a wrong type", "/query?deep[text]=x&deep[range][from]=y", naming: "deep")
await refused("a missing header", "/header", naming: "X-Value")
await refused("no JSON", "/content/%7B%22text%22%3A%22t%22%7D?filter=x", naming: "filter")
let emptyFlag = await server.respond(to: HTTPRequest(method: .get, target: "/types/7?count=1&flag"))
check("an empty flag", emptyFlag.status == 204, "\(emptyFlag.status)")

do {
    let answer = try await client.answerHeaders()
    check("headers of an answer", answer.body == ["x"] && answer.headers == answerFields, "\(answer)")
    check("a header by name", answer.xCount == 3 && answer.setCookie.count == 2, "\(answer.headers)")
    _ = try await client.answerHeaders(failing: true)
    check("an error", false, "none was thrown")
} catch let error as ErrorResponse<NoBody> {
    check("headers of an error", error.headers(RetryAfterHeaders.self)?.retryAfter == 5, "\(error)")
} catch {
    check("headers of an answer", false, "\(error)")
}

print("round trips: \(passed) passed, \(failed) failed")
exit(failed == 0 ? 0 : 1)
