import Foundation
import QuillRuntime
import Testing

@testable import QuillClientRuntime

struct TotalHeaders: ResponseHeaders {
    let total: Int

    init(reading fields: inout HeaderReader) { total = fields.required("X-Total") }

    func write(to fields: inout HeaderWriter) { fields.write("X-Total", total) }
}

@Suite struct PagedResultsTests {
    private func request(offset: Int? = nil) -> OperationRequest {
        var request = OperationRequest(Operation.list)
        request.path("project_id", "1")
        request.query("limit", 2)
        request.query("offset", offset)
        return request
    }

    /// A server whose pages stand at these targets.
    private func server(_ pages: [String: String]) -> RecordingTransport {
        RecordingTransport { request in pages[request.target].map { .json($0) } ?? .status(404) }
    }

    private func linked(_ transport: any ClientTransport) -> PagedResults<LinkedPage> {
        OperationSender(transport).pages(request(), success: 200)
    }

    private func counted(_ transport: any ClientTransport, offset: Int? = nil) -> PagedResults<CountedPage> {
        OperationSender(transport).pages(request(offset: offset), success: 200, offset: "offset")
    }

    private func items<P: Page>(_ results: PagedResults<P>) async throws -> [P.Item] {
        var items: [P.Item] = []
        for try await item in results { items.append(item) }
        return items
    }

    private let start = "/api/1/datasets/?limit=2"

    @Test func linksAreFollowedToTheNull() async throws {
        let transport = server([
            start: #"{"next": "https://api.example.com/api/1/datasets/?limit=2&offset=2", "results": [1, 2]}"#,
            // Without a scheme and port of its own, relative, through an empty page: all on the configured origin.
            start + "&offset=2": #"{"next": "http://API.example.com:8000/api/1/datasets/?p=3", "results": []}"#,
            "/api/1/datasets/?p=3": #"{"next": "?p=4", "results": [3]}"#,
            "/api/1/datasets/?p=4": #"{"next": null, "results": [4]}"#,
        ])
        #expect(try await items(linked(transport)) == [1, 2, 3, 4])
        #expect(transport.requests.count == 4)
        #expect(
            transport.requests.allSatisfy {
                $0.scheme == "https" && $0.authority == "api.example.com"
                    && $0.fields["Authorization"] == "Bearer secret-key"
            })
    }

    @Test func pagesHaveTheirHeaderFields() async throws {
        let transport = RecordingTransport { request in
            let isFirst = request.target.hasSuffix("offset=0")
            var answer = HTTPResponse.json(isFirst ? #"{"results": [1, 2]}"# : #"{"results": []}"#)
            answer.fields["X-Total"] = "2"
            return answer
        }
        let results: PagedResults<WithHeaders<CountedPage, TotalHeaders>> = OperationSender(transport)
            .pages(request(offset: 0), success: 200, offset: "offset")
        #expect(try await items(results) == [1, 2])
        let page = try await results.firstPage()
        #expect(page.total == 2 && page.body.results == [1, 2])

        let bare: PagedResults<WithHeaders<CountedPage, TotalHeaders>> = OperationSender(
            server([start: #"{"results": [1]}"#])
        ).pages(request(), success: 200, offset: "offset")
        let error = await clientError { try await bare.firstPage() }
        guard case .invalidHeader? = error?.reason else { return unexpected(error) }
    }

    @Test func nothingIsSentBeforeItIsNeeded() async throws {
        let transport = server([start: #"{"next": "?p=2", "results": [1, 2]}"#])
        let results = linked(transport)
        #expect(transport.requests.isEmpty)
        #expect(try await results.firstPage().results == [1, 2])
        #expect(try await results.first() == 1)
        for try await item in results where item == 2 { break }
        #expect(transport.requests.count == 3)
    }

    @Test func pagesCanBeWalkedAsPages() async throws {
        let transport = server([
            start: #"{"next": "?p=2", "results": [1, 2]}"#,
            "/api/1/datasets/?p=2": #"{"next": null, "results": [3]}"#,
        ])
        var sizes: [Int] = []
        for try await page in linked(transport).pages { sizes.append(page.results.count) }
        #expect(sizes == [2, 1])
    }

    @Test func linksElsewhereAreErrorsAndNotFollowed() async throws {
        let links = [
            "https://elsewhere.example/api/1/datasets/", "//elsewhere.example/", "ftp://api.example.com/",
            "https://api.example.com@elsewhere.example/", "https://api.example.com.elsewhere.example/",
        ]
        for link in links {
            let transport = server([start: #"{"next": "\#(link)", "results": [1]}"#])
            var seen = 0
            let error = await clientError { for try await _ in linked(transport) { seen += 1 } }
            #expect(seen == 1)
            guard case .pageElsewhere(let url)? = error?.reason else {
                unexpected(error)
                continue
            }
            #expect(url.absoluteString == link && error?.operationID == "datasets_list")
            #expect(transport.requests.count == 1)
        }
    }

    @Test func linksInACircleAreErrors() async throws {
        let transport = server([
            start: #"{"next": "?p=2", "results": [1]}"#,
            "/api/1/datasets/?p=2": #"{"next": "/api/1/datasets/?limit=2", "results": [2]}"#,
        ])
        var seen: [Int] = []
        var iterator = linked(transport).makeAsyncIterator()
        let error = await clientError {
            while let item = try await iterator.next() { seen.append(item) }
        }
        guard case .pageRepeated? = error?.reason else { return unexpected(error) }
        // What the server gave is not lost.
        #expect(seen == [1, 2])
        // An error ends the sequence.
        #expect(try await iterator.next() == nil)
    }

    @Test func offsetsCountTheItemsOfPages() async throws {
        let transport = RecordingTransport { request in
            let offset = Int(request.target.split(separator: "=").last ?? "") ?? 0
            let first = request.target.contains("offset") ? offset : 0
            return .json(#"{"results": \#(Array([1, 2, 3, 4, 5].dropFirst(first).prefix(2)))}"#)
        }
        #expect(try await items(counted(transport)) == [1, 2, 3, 4, 5])
        #expect(transport.requests.map(\.target) == [start, start + "&offset=2", start + "&offset=4"])
        #expect(try await items(counted(transport, offset: 3)) == [4, 5])
    }

    @Test func aServerThatAllowsLessThanAskedForLosesNothing() async throws {
        let transport = server([
            start: #"{"results": [1]}"#, start + "&offset=1": #"{"results": [2]}"#,
            start + "&offset=2": #"{"results": []}"#,
        ])
        #expect(try await items(counted(transport)) == [1, 2])
    }

    @Test func aServerThatIgnoresTheOffsetIsAnError() async throws {
        let transport = RecordingTransport { _ in .json(#"{"results": [1, 2]}"#) }
        let error = await clientError { try await items(counted(transport)) }
        guard case .pageRepeated? = error?.reason else { return unexpected(error) }
        #expect(transport.requests.count == 2)
    }

    @Test func anOffsetBeyondAllNumbersEndsTheList() async throws {
        let transport = RecordingTransport { _ in .json(#"{"results": [1]}"#) }
        #expect(try await items(counted(transport, offset: .max)) == [1])
    }
}
