import Foundation

/// A program that a test ran to its end.
public struct Subprocess: Sendable {
    /// Its exit code, or the number of the signal that ended it.
    public let status: Int32
    /// What it printed on both streams.
    public let output: String

    /// Runs a program found on the path.
    ///
    /// - Parameters:
    ///   - environment: variables beside those of the tests.
    /// - Throws: where the program does not start.
    public static func run(
        _ command: [String], in folder: URL? = nil, environment: [String: String] = [:]
    ) async throws -> Subprocess {
        try await aside { try finished(command, in: folder, environment: environment) }
    }

    private static func finished(
        _ command: [String], in folder: URL?, environment: [String: String]
    ) throws -> Subprocess {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        if let folder { process.currentDirectoryURL = folder }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Subprocess(status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
    }
}
