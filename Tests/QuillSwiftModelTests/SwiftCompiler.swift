import Foundation
import TestThreads

/// The compiler of the toolchain that runs the tests.
enum SwiftCompiler {
    /// Nil where there is none on the path.
    static let path: String? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/swiftc" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    static let isMissing = "there is no swiftc on the path"

    /// What the compiler says about a file; empty where it is right.
    static func complaints(about source: String) async throws -> String {
        try await inFolder { folder in
            let file = folder.appendingPathComponent("names.swift")
            try Data(source.utf8).write(to: file)
            return try await Subprocess.run(["swiftc", "-typecheck", "-swift-version", "6", file.path]).output
        }
    }

    /// What a program prints, after what the compiler says about it.
    static func output(of source: String) async throws -> String {
        try await inFolder { folder in
            let file = folder.appendingPathComponent("main.swift")
            let program = folder.appendingPathComponent("program")
            try Data(source.utf8).write(to: file)
            let compiled = try await Subprocess.run([
                "swiftc", "-swift-version", "6", "-Onone", file.path, "-o", program.path,
            ])
            guard compiled.status == 0 else { return compiled.output }
            return compiled.output + (try await Subprocess.run([program.path])).output
        }
    }

    private static func inFolder<Result>(_ work: (URL) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await work(folder)
    }
}
