import Foundation
import QuillRuntime
import Testing

@testable import QuillClientRuntime

@Suite struct OperationRequestTests {
    private func target(
        _ path: String = "/things/", _ fill: (inout OperationRequest) -> Void
    ) throws -> String {
        var request = OperationRequest(OperationInfo("things", .get, path, .none))
        fill(&request)
        return try request.target()
    }

    private func fault(_ path: String = "/things/", _ fill: (inout OperationRequest) -> Void) -> String? {
        do {
            return "no fault: \(try target(path, fill))"
        } catch let error as ClientError {
            if case .invalidParameter(let name, _) = error.reason { return name }
            return "another fault: \(error)"
        } catch {
            return "another fault: \(error)"
        }
    }

    @Test func pathValuesAreEncodedAndStayOneSegment() throws {
        #expect(try target("/a/{id}/b/") { $0.path("id", "x/y z?é") } == "/a/x%2Fy%20z%3F%C3%A9/b/")
        let range = try target("/a/{from}..{to}") {
            $0.path("from", 1)
            $0.path("to", 2)
        }
        #expect(range == "/a/1..2")
        #expect(try target("/a/{ids}") { $0.path("ids", ["a", "b,c"]) } == "/a/a,b%2Cc")
        #expect(try target("/") { _ in } == "/")
    }

    @Test func pathValuesThatWouldLeadElsewhereAreFaults() {
        for value in ["", ".", ".."] {
            #expect(fault("/a/{id}/b/") { $0.path("id", value) } == "id")
        }
        let joined = fault("/a/{one}{two}") {
            $0.path("one", ".")
            $0.path("two", ".")
        }
        #expect(joined == "two")
        #expect(fault("/a/{id}/") { _ in } == "id")
    }

    @Test func queryFollowsStyleAndExplode() throws {
        #expect(try target { $0.query("limit", 10) } == "/things/?limit=10")
        #expect(try target { $0.query("offset", nil as Int?) } == "/things/")
        #expect(try target { $0.query("id", ["a", "b"]) } == "/things/?id=a&id=b")
        #expect(try target { $0.query("id__in", ["a", "b"], style: .form, explode: false) } == "/things/?id__in=a,b")
        #expect(
            try target { $0.query("id", ["a", "b"], style: .pipeDelimited, explode: false) } == "/things/?id=a%7Cb")
        #expect(try target { $0.query("none", [] as [String]) } == "/things/")
        #expect(
            try target { $0.query("filter", model: ["b": 2, "a": 1], style: .deepObject) }
                == "/things/?filter%5Ba%5D=1&filter%5Bb%5D=2")
        #expect(
            try target { $0.query("filter", model: Dataset(id: 7, name: "x y"), style: .deepObject) }
                == "/things/?filter%5Bid%5D=7&filter%5Bname%5D=x%20y")
        #expect(try target { $0.query("q", "a&b=#?") } == "/things/?q=a%26b%3D%23%3F")
        #expect(try target { $0.query("q", "a/b#c", allowReserved: true) } == "/things/?q=a/b%23c")
    }

    @Test func headersAndCookiesCannotSmuggleOthers() throws {
        #expect(fault { $0.header("X-Name", "a\r\nAuthorization: b") } == "X-Name")
        #expect(fault { $0.header("no name", "a") } == "no name")
        var request = OperationRequest(Operation.open)
        request.header("X-Ids", [1, 2])
        request.header("X-None", nil as String?)
        request.header("X-Empty", [] as [Int])
        request.cookie("a", "1;2")
        request.cookie("b", ["x", "y"])
        #expect(request.fields == ["X-Ids": "1,2", "Cookie": "a=1%3B2; b=x; b=y"])
    }

    @Test func listsCanHaveOtherDelimiters() throws {
        var request = OperationRequest(Operation.open)
        request.header("X-Spaces", ["a", "b,c"], style: .spaceDelimited)
        request.header("X-Tabs", ["a", "b"], style: .tabDelimited)
        request.header("X-Bars", model: [1, 2], style: .pipeDelimited)
        #expect(request.fields == ["X-Spaces": "a b,c", "X-Tabs": "a\tb", "X-Bars": "1|2"])
        #expect(fault { $0.header("X-Bars", ["a|b"], style: .pipeDelimited) } == "X-Bars")
        #expect(fault { $0.path("id", ["a b"], style: .spaceDelimited) } == "id")
    }

    @Test func bodiesCarryTheirType() throws {
        var request = OperationRequest(Operation.send)
        request.body(json: nil as Dataset?)
        #expect(request.body.isEmpty && request.fields["Content-Type"] == nil)
        request.body(json: Dataset(id: 1, name: "a"))
        #expect(request.body.bytes == Array(#"{"id":1,"name":"a"}"#.utf8))
        #expect(request.fields["Content-Type"] == "application/json")
        request.body(HTTPBody([1, 2]), contentType: "application/octet-stream")
        #expect(request.body.bytes == [1, 2] && request.fields["Content-Type"] == "application/octet-stream")
    }
}
