import Foundation
import PostHogServer

/// One run of the real `curl`.
struct Curl {
    /// What came back.
    struct Answer {
        let status: Int
        let body: [UInt8]

        var json: JSONValue {
            get throws { try JSONValue(json: body) }
        }

        var problem: Problem {
            get throws { try Problem(json: body) }
        }
    }

    /// `curl` could not be run, or met no HTTP server.
    struct Failure: Error {
        let code: Int32
        let message: String
    }

    /// Sends a request as the documentation's examples do.
    static func send(
        _ method: String, _ url: String, token: String? = nil, fields: [String] = [], body: [UInt8]? = nil
    ) async throws -> Answer {
        var arguments = ["-X", method]
        if let token { arguments += ["-H", "Authorization: Bearer \(token)"] }
        for field in fields { arguments += ["-H", field] }
        if body != nil { arguments += ["--data-binary", "@-"] }
        let output = try await run(arguments + ["-w", "\n%{http_code}", url], input: body ?? [])
        guard let end = output.lastIndex(of: UInt8(ascii: "\n")),
            let status = Int(String(decoding: output[output.index(after: end)...], as: UTF8.self))
        else { throw Failure(code: 0, message: "no status") }
        return Answer(status: status, body: Array(output[..<end]))
    }

    /// Runs `curl` and returns what it prints.
    static func run(_ arguments: [String], input: [UInt8] = []) async throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["curl", "--silent", "--show-error", "--max-time", "20"] + arguments
        let (standardInput, output, errors) = (Pipe(), Pipe(), Pipe())
        process.standardInput = standardInput
        process.standardOutput = output
        process.standardError = errors
        return try await withCheckedThrowingContinuation { continuation in
            // Reading a pipe blocks, which the threads of tasks must not.
            Thread.detachNewThread {
                do {
                    try process.run()
                    try standardInput.fileHandleForWriting.write(contentsOf: Data(input))
                    try standardInput.fileHandleForWriting.close()
                    let text = try output.fileHandleForReading.readToEnd() ?? Data()
                    let fault = try errors.fileHandleForReading.readToEnd() ?? Data()
                    process.waitUntilExit()
                    guard process.terminationStatus == 0 else {
                        throw Failure(
                            code: process.terminationStatus, message: String(decoding: fault, as: UTF8.self))
                    }
                    continuation.resume(returning: Array(text))
                } catch {
                    continuation.resume(throwing: error)
                }
            }
        }
    }
}
