import Foundation
import ListsClient
import ListsServer
import Synchronization

// Every `collectionFormat` of Swagger 2.0 in every place that has it: what the generated client sends, and that the
// generated server hears it.

/// Notes the arguments of every call.
struct ListeningService: ListsService {
    let heard: Heard

    func path(commas: [String], spaces: [String], tabs: [String], bars: [Int], caller: Caller) {
        heard.note(commas, spaces, tabs, bars)
    }

    func query(
        commas: [String]?, spaces: [String]?, tabs: [String]?, bars: [Int]?, each: [String]?, caller: Caller
    ) {
        heard.note(commas, spaces, tabs, bars, each)
    }

    func header(
        xSpaces: [String], xCommas: [String]?, xTabs: [String]?, xBars: [Int]?, xLists: [[Int]]?, caller: Caller
    ) -> WithHeaders<String, BarsListsHeaders> {
        heard.note(xSpaces, xCommas, xTabs, xBars, xLists)
        return WithHeaders("heard", BarsListsHeaders(xBars: xBars, xLists: xLists))
    }

    func json(caller: Caller) -> Pet { Pet(name: "Rex") }
}

/// What the server's handler was called with last.
final class Heard: Sendable {
    private let texts = Mutex<[String]>([])

    func note(_ values: (any Sendable)?...) {
        let said = values.map { $0.map { "\($0)" } ?? "nil" }
        texts.withLock { $0 = said }
    }

    var last: [String] { texts.withLock { $0 } }
}

let heard = Heard()
let server = ListsServer(service: ListeningService(heard: heard))
let transport = RecordingTransport { request in await server.respond(to: request) }
let client = ListsClient(
    configuration: ClientConfiguration(
        server: URL(string: "https://lists.test") ?? URL(fileURLWithPath: "/"), transport: transport,
        retry: RetryPolicy(attempts: 1)))

var (passed, failed) = (0, 0)

@MainActor func check(_ name: String, _ found: some Equatable, _ expected: some Equatable) {
    if "\(found)" == "\(expected)" {
        passed += 1
    } else {
        failed += 1
        print("failed: \(name): found \(found), expected \(expected)")
    }
}

let words = ["a,b", "", "c+d%20"]

do {
    try await client.path(commas: ["a b", "c,d"], spaces: words, tabs: ["a b", "c"], bars: [1, 2])
    check("path", transport.requests.last?.target, Optional("/path/a%20b,c%2Cd/a%2Cb%20%20c%2Bd%2520/a%20b%09c/1%7C2"))
    check("path", heard.last, ["\(["a b", "c,d"])", "\(words)", "\(["a b", "c"])", "[1, 2]"])

    try await client.query(
        commas: ["a b", "c,d"], spaces: words, tabs: ["a b", "c"], bars: [1, 2], each: ["a", "b"])
    check("query", heard.last, ["\(["a b", "c,d"])", "\(words)", "\(["a b", "c"])", "[1, 2]", "\(["a", "b"])"])

    let answer = try await client.header(
        xSpaces: words, xCommas: ["a b", "c"], xTabs: ["a b", "c"], xBars: [1, 2], xLists: [[1, 2], [3]])
    let fields = transport.requests.last?.fields
    check("header", fields?["X-Spaces"], Optional("a,b  c+d%20"))
    check("header", fields?["X-Tabs"], Optional("a b\tc"))
    check("header", fields?["X-Bars"], Optional("1|2"))
    check("header", heard.last, ["\(words)", "\(["a b", "c"])", "\(["a b", "c"])", "[1, 2]", "[[1, 2], [3]]"])
    check("fields of the answer", answer.headers, BarsListsHeaders(xBars: [1, 2], xLists: [[1, 2], [3]]))
} catch {
    check("calls", "\(error)", "no error")
}

do {
    try await client.path(commas: [], spaces: ["a b"], tabs: [], bars: [])
    check("a space between spaces", "sent", "refused")
} catch {
    check("a space between spaces", "\(error)".contains("spaces"), true)
}

print("lists of Swagger 2.0: \(passed) passed, \(failed) failed")
exit(failed == 0 ? 0 : 1)
