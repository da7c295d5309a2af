import Foundation
import RulesClient
import RulesServer
import Synchronization

// What the generated server breaks of its document, and what a client that is asked to says of it; and what the server
// says of the header fields of parts.

/// Answers with what it was told to, whether the document has it or not.
struct AnsweringService: ExampleAnswers {
    let next: Next

    func notesGet(caller: Caller) throws -> NotesGetAnswer { try next.answer() }
    func filesCreate(body: FilesCreateBody, caller: Caller) {}
}

/// The next answer.
final class Next: Sendable {
    private let made = Mutex<@Sendable () throws -> NotesGetAnswer>({ .noContent })

    func set(_ answer: @escaping @Sendable () throws -> NotesGetAnswer) { made.withLock { $0 = answer } }
    func answer() throws -> NotesGetAnswer { try made.withLock { $0 }() }
}

let next = Next()
let server = RulesServer(service: AnsweringService(next: next))
let transport = RecordingTransport { request in await server.respond(to: request) }

func client(_ validation: ClientConfiguration.Validation) -> RulesClient {
    var configuration = ClientConfiguration(
        server: URL(string: "https://rules.test"), transport: transport, retry: RetryPolicy(attempts: 1))
    configuration.validation = validation
    return RulesClient(configuration: configuration)
}

var (passed, failed) = (0, 0)

@MainActor func check(_ name: String, _ found: String, _ expected: String) {
    if found == expected {
        passed += 1
    } else {
        failed += 1
        print("failed: \(name): found \(found), expected \(expected)")
    }
}

/// How a call ends, in words.
@MainActor func outcome(_ call: @MainActor () async throws -> some Any) async -> String {
    do {
        return "\(try await call())"
    } catch let error as ClientError {
        if let problem = error.problem {
            return "\(problem.status) "
                + (problem.errors ?? []).map { "\($0.pointer ?? ""): \($0.detail)" }
                .joined(separator: "; ") + (problem.errors == nil ? problem.detail ?? "" : "")
        }
        return "\(error.reason)"
    } catch let error as ErrorResponse<[String]> {
        return "documented: \(error.body)"
    } catch let error as ErrorResponse<String> {
        return "documented: \(error.body)"
    } catch {
        return "another error: \(error)"
    }
}

// MARK: Answers

let asked = client(.responses)
let trusting = client([])

next.set { .ok(["a": "x"]) }
check("a form within its limits", await outcome { try await asked.notesGet() }, #"ok(["a": "x"])"#)
next.set { .ok(["a": ""]) }
check(
    "a form with an empty value", await outcome { try await asked.notesGet() },
    "the answer is not as documented: /a: empty")
check("the same, trusted", await outcome { try await trusting.notesGet() }, #"ok(["a": ""])"#)
next.set { .nonAuthoritative(false) }
check("a status of its own", await outcome { try await asked.notesGet() }, "nonAuthoritative(false)")
next.set { .success(WithStatus(0, status: 206)) }
check(
    "a status of the range", await outcome { try await asked.notesGet() },
    "the answer is not as documented: less than 1")

next.set { throw ErrorResponse(status: 404, body: ["far too long"]) }
check(
    "an error that breaks its limits", await outcome { try await asked.notesGet() },
    "the answer with status 404 is not as documented: /0: longer than 9 characters")
check("the same, trusted", await outcome { try await trusting.notesGet() }, #"documented: ["far too long"]"#)
next.set { throw ErrorResponse(status: 404, body: ["this"]) }
check("an error within its limits", await outcome { try await asked.notesGet() }, #"documented: ["this"]"#)
next.set { throw ErrorResponse(status: 409, fields: ["Content-Type": "text/plain"], body: "") }
check(
    "a text", await outcome { try await asked.notesGet() }, "the answer with status 409 is not as documented: empty")
next.set { throw ErrorResponse(status: 500, body: ["Not a slug"]) }
check(
    "the default", await outcome { try await asked.notesGet() },
    "the answer with status 500 is not as documented: /0: does not match ^[a-z]+(-[a-z]+)*$")

// MARK: Header fields of parts

@MainActor func upload(_ name: String, _ headers: HTTPFields, note: String? = nil, _ expected: String) async {
    let file = FilePart(HTTPBody("x"), headers: headers)
    let found = await outcome { try await asked.filesCreate(body: FilesCreateBody(file: file, note: note)) }
    check(name, found, expected)
}

let taken = "2026-11-21T20:00:00Z"
await upload("headers as described", ["X-Taken": taken, "X-Ranks": "1,2"], note: "x", "()")
await upload("a required header", [:], "422 /file: the header `X-Taken` is missing")
await upload(
    "a limit", ["X-Taken": taken, "X-Ranks": "1,0"], "422 /file: the header `X-Ranks` is broken at /1: less than 1")
await upload(
    "another format", ["X-Taken": "noon"],
    "400 The body cannot be read: /file: the header `X-Taken` is broken: "
        + "expected a date and time like 2019-08-24T14:15:22Z, found \"noon\"")

print("round trip of rules: \(passed) passed, \(failed) failed")
exit(failed == 0 ? 0 : 1)
