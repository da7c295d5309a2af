import Foundation
import QuillRuntime
import Testing

@Suite struct HTTPTests {
    @Test func fieldNamesDisregardCase() {
        var fields: HTTPFields = ["Content-Type": "text/plain", "Set-Cookie": "a=1", "set-cookie": "b=2"]
        #expect(fields["content-type"] == "text/plain")
        #expect(fields.values(of: "SET-COOKIE") == ["a=1", "b=2"])
        #expect(fields["Set-Cookie"] == "a=1, b=2")
        fields["CONTENT-TYPE"] = "application/json"
        #expect(fields.map(\.name) == ["Set-Cookie", "set-cookie", "CONTENT-TYPE"])
        fields["Set-Cookie"] = nil
        #expect(fields.map(\.value) == ["application/json"])
        #expect(fields["Accept"] == nil)
        #expect(fields == ["content-type": "application/json"])
        #expect(fields.hashValue == (["content-type": "application/json"] as HTTPFields).hashValue)
    }

    @Test func aFieldCannotSmuggleAnother() {
        var fields = HTTPFields()
        fields.append("X-Note", " a\r\nEvil: 1\0\n ")
        #expect(fields["x-note"] == "aEvil: 1")
        for name in ["Evil: 1\r\nX", "", "é", "a b"] {
            let isAdded = fields.append(name, "y")
            #expect(!isAdded)
        }
        #expect(fields.count == 1)
        #expect(!"\(fields)".contains("Evil"))
    }

    @Test func requestsTellTheirParts() {
        let request = HTTPRequest(
            method: .get, scheme: "https", authority: "us.posthog.com", target: "/api/x%2Fy/?a=1&b=?")
        #expect(request.path == "/api/x%2Fy/")
        #expect(request.query == "a=1&b=?")
        #expect(request.url?.absoluteString == "https://us.posthog.com/api/x%2Fy/?a=1&b=?")
        #expect(HTTPRequest(method: .get, target: "/").query == nil)
        #expect(HTTPRequest(method: .get, target: "/").url == nil)
        #expect("\(request)" == "GET /api/x%2Fy/")
    }

    @Test func methodsTellWhatTheyDo() {
        #expect(HTTPMethod.get.isSafe && HTTPMethod.put.isIdempotent && !HTTPMethod.post.isIdempotent)
        #expect(HTTPMethod.delete.isIdempotent && !HTTPMethod.delete.isSafe && !HTTPMethod.patch.isIdempotent)
        #expect(("PURGE" as HTTPMethod).rawValue == "PURGE")
    }

    @Test func bodiesAreCollected() async throws {
        #expect(try await HTTPBody([1, 2, 3]).collect(upTo: 3) == [1, 2, 3])
        await #expect(throws: HTTPBody.TooLarge(limit: 2)) { try await HTTPBody([1, 2, 3]).collect(upTo: 2) }
        #expect(HTTPBody().isEmpty && HTTPBody().length == 0)

        let chunks = AsyncStream<[UInt8]> { stream in
            for chunk in [[1], [], [2, 3]] as [[UInt8]] { stream.yield(chunk) }
            stream.finish()
        }
        let body = HTTPBody(stream: chunks)
        #expect(body.length == nil && body.bytes == nil && !body.isEmpty)
        #expect(try await body.collect(upTo: 10) == [1, 2, 3])

        let slices = AsyncStream<ArraySlice<UInt8>> { stream in
            stream.yield([9, 8, 7][1...])
            stream.finish()
        }
        var seen: [[UInt8]] = []
        for try await chunk in HTTPBody(stream: slices, length: 2) { seen.append(chunk) }
        #expect(seen == [[8, 7]])

        let endless = HTTPBody(stream: AsyncStream { [0, 0, 0] as [UInt8] })
        await #expect(throws: HTTPBody.TooLarge(limit: 100)) { try await endless.collect(upTo: 100) }
    }
}
