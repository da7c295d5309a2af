import Foundation
import TestThreads
import Testing

/// Asks the compiler about a source that uses the generated modules.
enum Typecheck {
    /// Compiles a source against the modules that this test run was built with.
    static func run(_ source: String, importing module: String = "PostHogClient") async throws -> Subprocess {
        let products = try #require(productsFolder, "the modules of this build were not found")
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("Example.swift")
        try Data("import \(module)\n\(source)\n".utf8).write(to: file)

        return try await Subprocess.run([
            "swiftc", "-typecheck", "-swift-version", "6", "-parse-as-library", "-I",
            products.appendingPathComponent("Modules").path, file.path,
        ])
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
