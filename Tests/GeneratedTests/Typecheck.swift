import Foundation
import Testing

/// Asks the compiler about a source that uses the generated modules.
enum Typecheck {
    /// Compiles a source against the modules that this test run was built with.
    static func run(_ source: String, importing module: String = "PostHogClient") throws -> (status: Int32, output: String) {
        let products = try #require(productsFolder, "the modules of this build were not found")
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("Example.swift")
        try Data("import \(module)\n\(source)\n".utf8).write(to: file)

        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "swiftc", "-typecheck", "-swift-version", "6", "-parse-as-library", "-I",
            products.appendingPathComponent("Modules").path, file.path,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    /// `.build/debug`, from where the running test bundle is.
    private static var productsFolder: URL? {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        for _ in 0..<6 {
            let module = folder.appendingPathComponent("Modules/PostHogClient.swiftmodule")
            if FileManager.default.fileExists(atPath: module.path) { return folder }
            folder = folder.deletingLastPathComponent()
        }
        return nil
    }
}
