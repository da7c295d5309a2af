import BodiesServer
import Foundation

/// One run of the real `curl`.
struct Curl {
    /// What came back.
    struct Answer {
        let status: Int
        let contentType: String
        let body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }
        var json: JSONValue { get throws { try JSONValue(json: body) } }
        var problem: Problem { get throws { try Problem(json: body) } }
    }

    /// A line of what it prints, and how many seconds after its start.
    struct Line {
        let text: String
        let seconds: Double
    }

    /// `curl` ended with an error: https://curl.se/docs/manpage.html, EXIT CODES.
    struct Failure: Error {
        let code: Int32
        let output: [UInt8]
        let message: String
    }

    /// Sends a request: `Curl.send("-F", "title=x", url)`.
    static func send(_ arguments: String..., input: [UInt8] = []) async throws -> Answer {
        let output = try await run(arguments + ["-w", "\n%{http_code} %{content_type}"], input: input)
        guard let end = output.lastIndex(of: UInt8(ascii: "\n")) else {
            throw Failure(code: 0, output: output, message: "no status")
        }
        let words = String(decoding: output[output.index(after: end)...], as: UTF8.self).split(
            separator: " ", maxSplits: 1)
        return Answer(
            status: words.first.flatMap { Int($0) } ?? 0, contentType: words.count > 1 ? String(words[1]) : "",
            body: Array(output[..<end]))
    }

    /// What it prints, at once.
    static func run(_ arguments: [String], input: [UInt8] = []) async throws -> [UInt8] {
        let lines = try await lines(arguments, input: input)
        return Array(lines.map(\.text).joined(separator: "\n").utf8)
    }

    /// What it prints, line by line with the time at which each came.
    static func lines(_ arguments: [String], input: [UInt8] = []) async throws -> [Line] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["curl", "--silent", "--show-error", "--max-time", "60"] + arguments
        let (standardInput, output, errors) = (Pipe(), Pipe(), Pipe())
        process.standardInput = standardInput
        process.standardOutput = output
        process.standardError = errors
        return try await withCheckedThrowingContinuation { continuation in
            // Reading a pipe blocks, which the threads of tasks must not.
            Thread.detachNewThread {
                do {
                    let start = ContinuousClock.now
                    try process.run()
                    try standardInput.fileHandleForWriting.write(contentsOf: Data(input))
                    try standardInput.fileHandleForWriting.close()
                    var (lines, begun): ([Line], [UInt8]) = ([], [])
                    func line() {
                        let passed = (ContinuousClock.now - start) / .seconds(1)
                        lines.append(Line(text: String(decoding: begun, as: UTF8.self), seconds: passed))
                        begun = []
                    }
                    while true {
                        let data = output.fileHandleForReading.availableData
                        if data.isEmpty { break }
                        for byte in data {
                            if byte == UInt8(ascii: "\n") { line() } else { begun.append(byte) }
                        }
                    }
                    line()
                    let fault = try errors.fileHandleForReading.readToEnd() ?? Data()
                    process.waitUntilExit()
                    guard process.terminationStatus == 0 else {
                        throw Failure(
                            code: process.terminationStatus,
                            output: Array(lines.map(\.text).joined(separator: "\n").utf8),
                            message: String(decoding: fault, as: UTF8.self))
                    }
                    continuation.resume(returning: lines)
                } catch {
                    continuation.resume(throwing: error)
                }
            }
        }
    }
}
