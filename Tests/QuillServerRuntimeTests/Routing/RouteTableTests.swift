import QuillRuntime
import Testing

@testable import QuillServerRuntime

@Suite("Finding the route of a path")
struct RouteTableTests {
    /// Which template answers a path: `"2 a=x b=y"` for the third with its parameters, or why none does.
    private func find(
        _ target: String, _ method: HTTPMethod = .get, in templates: [String], basePath: String = ""
    ) -> String {
        let operations = templates.enumerated().map { index, template in
            let parts = template.split(separator: " ")
            return OperationInfo(
                "\(index)", HTTPMethod(rawValue: parts.count == 2 ? String(parts[0]) : "GET"),
                String(parts.last ?? ""), .none)
        }
        return find(target, method, in: RouteTable(operations: operations, basePath: basePath))
    }

    private func find(_ target: String, _ method: HTTPMethod, in table: RouteTable) -> String {
        do {
            let path = try RequestPath(target: target, maximumSegments: table.maximumSegments)
            switch table.match(method, path) {
            case .unknownPath: return "unknown"
            case .otherMethods(let allowed): return "only \(allowed.map(\.rawValue).joined(separator: " "))"
            case .route(let route, let parameters, _):
                let values = parameters.map { "\($0.name)=\(PercentEncoding.decode($0.encoded) ?? "?")" }
                return (["\(route)"] + values).joined(separator: " ")
            }
        } catch {
            return "\(error)"
        }
    }

    @Test("Fixed segments come before parameters, wherever they stand in the document")
    func precedence() {
        let templates = ["/exports/{id}/", "/exports/test/", "/{kind}/all/"]
        #expect(find("/exports/test/", in: templates) == "1")
        #expect(find("/exports/tests/", in: templates) == "0 id=tests")
        #expect(find("/exports/all/", in: templates) == "0 id=all")
        #expect(find("/imports/all/", in: templates) == "2 kind=imports")
        #expect(find("/imports/some/", in: templates) == "unknown")
    }

    @Test("What leads nowhere is taken back, and so are its parameters")
    func backtracking() {
        let templates = ["/a/test/stop/", "/a/{id}/runs/", "/{x}/{y}/{z}/end/", "/a/test/runs/more/deep/"]
        #expect(find("/a/test/stop/", in: templates) == "0")
        #expect(find("/a/test/runs/", in: templates) == "1 id=test")
        #expect(find("/a/test/runs/end/", in: templates) == "2 x=a y=test z=runs")
        #expect(find("/a/test/runs/more/", in: templates) == "unknown")
        #expect(find("/a/test/runs/more/deep/", in: templates) == "3")
    }

    @Test("A template with a final slash answers without it too, one without does not answer with it")
    func finalSlash() {
        #expect(find("/a/b/", in: ["/a/{x}/"]) == "0 x=b")
        #expect(find("/a/b", in: ["/a/{x}/"]) == "0 x=b")
        #expect(find("/a/b", in: ["/a/{x}"]) == "0 x=b")
        #expect(find("/a/b/", in: ["/a/{x}"]) == "unknown")
        #expect(find("/a", in: ["/a/", "/a"]) == "1")
        #expect(find("/a/", in: ["/a/", "/a"]) == "0")
        #expect(find("/a", .post, in: ["POST /a/", "GET /a"]) == "0")
        #expect(find("/a/", .get, in: ["POST /a/", "GET /a"]) == "only POST OPTIONS")
        #expect(find("/", in: ["/"]) == "0")
        #expect(find("/", in: ["/a"]) == "unknown")
        #expect(find("", in: ["/"]) == "0")
    }

    @Test("Methods share a path, each with its own parameter names")
    func methods() {
        let templates = ["GET /a/{id}/", "PATCH /a/{key}/", "DELETE /a/{id}/"]
        #expect(find("/a/1/", .get, in: templates) == "0 id=1")
        #expect(find("/a/1/", .patch, in: templates) == "1 key=1")
        #expect(find("/a/1/", .head, in: templates) == "0 id=1")
        #expect(find("/a/1/", .post, in: templates) == "only GET PATCH DELETE HEAD OPTIONS")
        #expect(find("/a/1/", "get", in: templates) == "only GET PATCH DELETE HEAD OPTIONS")
        // The path decides first: `/a/test/` is not `/a/{id}/`.
        #expect(find("/a/test/", .get, in: templates + ["POST /a/test/"]) == "only POST OPTIONS")
    }

    @Test(
        "Segments are split before they are decoded",
        arguments: [
            ("/files/a%2Fb/", "0 name=a/b"),
            ("/files/%61/", "0 name=a"),
            ("/%66iles/a", "0 name=a"),
            ("/files/%E2%82%AC", "0 name=€"),
            ("/files/€", "0 name=€"),
            ("/files/a+b", "0 name=a+b"),
            ("/files/a%3Fb?c=d", "0 name=a?b"),
            ("/files/a#b", "0 name=a"),
            ("/files/%", "encoding"),
            ("/files/%4", "encoding"),
            ("/files/%zz", "encoding"),
            ("/files/%C3", "encoding"),
            ("/files/%C0%AE", "encoding"),
            ("/files%2Fa", "unknown"),
            ("http://host:80/files/a", "0 name=a"),
            ("http://host", "unknown"),
        ])
    func decoding(target: String, found: String) {
        #expect(find(target, in: ["/files/{name}/"]) == found)
    }

    @Test(
        "Dot segments are refused and empty ones are no one's",
        arguments: [
            ("/a/../b/", "dotSegment"),
            ("/a/./b/", "dotSegment"),
            ("/a/%2E%2e/b/", "dotSegment"),
            ("/a/.%2e", "dotSegment"),
            ("/a/.../", "0 x=..."),
            ("/a/.b/", "0 x=.b"),
            ("//a/b/", "unknown"),
            ("/a//", "unknown"),
            ("/a//b/", "unknown"),
            ("/a/b//", "unknown"),
            ("//", "unknown"),
        ])
    func dotsAndEmptySegments(target: String, found: String) {
        #expect(find(target, in: ["/a/{x}/"]) == found)
    }

    @Test(
        "Parameters within a segment",
        arguments: [
            ("/compare/main...topic/x", "0 base=main head=topic"),
            ("/compare/a...b...c/x", "0 base=a head=b...c"),
            ("/compare/...b/x", "unknown"),
            ("/compare/a.../x", "unknown"),
            ("/export.csv", "1 format=csv"),
            ("/export.", "2 name=export."),
            ("/export.all.csv", "3 format=all"),
            ("/reports:run", "4 name=reports"),
            ("/reports:run:run", "4 name=reports:run"),
            ("/:run", "2 name=:run"),
            ("/other", "2 name=other"),
        ])
    func mixedSegments(target: String, found: String) {
        let templates = [
            "/compare/{base}...{head}/x", "/export.{format}", "/{name}", "/export.{format}.csv", "/{name}:run",
        ]
        #expect(find(target, in: templates) == found)
    }

    @Test("Templates are matched decoded, and a brace without its partner is text")
    func oddTemplates() {
        #expect(find("/a%20b", in: ["/a%20b"]) == "0")
        #expect(find("/%7Bx", in: ["/{x"]) == "0")
        #expect(find("/xy", in: ["/{a}{b}"]) == "0 a=x b=y")
        #expect(find("/x", in: ["/{a}{b}"]) == "unknown")
        #expect(find("/v1/a", in: ["/a"], basePath: "/v1") == "0")
        #expect(find("/a", in: ["/a"], basePath: "/v1") == "unknown")
    }

    @Test("A thousand routes are told apart")
    func thousandRoutes() {
        let operations = (0..<1000).map { index in
            OperationInfo("\(index)", .get, "/api/{project}/kind\(index % 100)/{id}/part\(index / 100)/", .none)
        }
        let table = RouteTable(operations: operations, basePath: "")
        for index in 0..<1000 {
            let target = "/api/7/kind\(index % 100)/x/part\(index / 100)"
            #expect(find(target, .get, in: table) == "\(index) project=7 id=x")
        }
        #expect(find("/api/7/kind100/x/part1", .get, in: table) == "unknown")
        let clock = ContinuousClock()
        let elapsed = clock.measure {
            for _ in 0..<10 {
                for index in 0..<1000 { _ = find("/api/7/kind\(index % 100)/x/part9", .get, in: table) }
            }
        }
        print("10,000 look-ups among 1,000 routes: \(elapsed)")
    }

    @Test("Hostile paths cost no more than the longest template")
    func hostilePaths() {
        let templates = ["/{a}/{b}/{c}/{d}/{e}/x", "/a/{b}/{c}/{d}/{e}/y", "/{a}...{b}...{c}z"]
        #expect(find(String(repeating: "/", count: 100_000), in: templates) == "unknown")
        #expect(find(String(repeating: "/a", count: 100_000), in: templates) == "unknown")
        #expect(find("/" + String(repeating: ".", count: 100_000), in: templates) == "unknown")
        #expect(find("/" + String(repeating: "a", count: 1_000_000) + "/b/c/d/e/x", in: templates) != "unknown")
        for target in ["*", "?", "#", "a", ":", "://", "http://", "/\u{0}", "/%00", "?/a", "/a\r\nb", "/\u{301}"] {
            #expect(!find(target, in: templates).isEmpty)
        }
    }

    @Test("Of two templates of one shape and method the first counts")
    func duplicates() {
        #expect(find("/a/1", in: ["/a/{x}", "/a/{y}"]) == "0 x=1")
    }
}
