import BodiesClient
import BodiesServer
import Foundation
import Testing

extension BodiesTests {
    @Suite("Forms")
    struct FormTests {
        @Test("curl --data-urlencode: texts, numbers, flags, lists, objects in every style")
        func fields() async throws {
            try await RunningServer.serving { server in
                let answer = try await Curl.send(
                    "--data-urlencode", "title=Grüße & \"mehr\" = 100 % + 1", "--data-urlencode", "count=-3", "-d",
                    "done=true", "-d", "tags=a+b", "--data-urlencode", "tags=c,d", "-d", "colours=red%7Cgreen", "-d",
                    "place[city]=K%C3%B6ln", "-d", "place%5Bnumber%5D=7", "--data-urlencode", #"extra={"x": 1}"#,
                    "\(server.url)/notes")
                #expect(answer.status == 201, "\(answer.text)")
                let note = try Note(json: answer.body)
                #expect(note.title == "Grüße & \"mehr\" = 100 % + 1")
                #expect(note.count == -3 && note.done == true)
                #expect(note.tags == ["a b", "c,d"] && note.colours == ["red", "green"])
                #expect(note.place?.city == "Köln" && note.place?.number == 7)
                #expect(try answer.json["extra"]?["x"] == 1)
            }
        }

        @Test("What is no form is 400, what breaks the schema 422 with its pointer, another type 415, too much 413")
        func refusals() async throws {
            try await RunningServer.serving(options: ServerOptions(maximumBodyBytes: 1000)) { server in
                let url = "\(server.url)/notes"
                let malformed = try await Curl.send("-d", "title=%C3", url)
                #expect(malformed.status == 400)
                #expect(try malformed.problem.detail?.contains("`title`") == true)
                let invalid = try await Curl.send("-d", "title=&count=many", url)
                #expect(invalid.status == 422)
                #expect(
                    try invalid.problem.errors?.map(\.pointer).sorted { $0 ?? "" < $1 ?? "" } == ["/count", "/title"])
                #expect(try await Curl.send("-d", "count=1", url).problem.errors?.map(\.pointer) == ["/title"])
                let other = try await Curl.send("-H", "Content-Type: text/plain", "-d", "title=x", url)
                #expect(other.status == 415)
                #expect(try other.problem.detail?.contains("application/x-www-form-urlencoded") == true)
                let long = "title=" + String(repeating: "x", count: 1000)
                #expect(try await Curl.send("-d", long, url).status == 413)
                #expect(try await Curl.send("-H", "Transfer-Encoding: chunked", "-d", long, url).status == 413)
                #expect(try await Curl.send("-X", "POST", url).status == 400)
                #expect(
                    try await Curl.send("-H", "Content-Type: application/json", "-d", #"{"title": }"#, url).status
                        == 400)
            }
        }
    }
}
