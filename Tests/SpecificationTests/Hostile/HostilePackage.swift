import Foundation
import TestThreads

/// A generated package as the compiler sees it.
enum HostilePackage {
    /// What the compiler says about a package; empty where it is right. Throws where there is no compiler.
    static func complaints(about generation: Generation) async throws -> String {
        let runtime = try await compiledRuntime(of: generation)
        return try await inFolder { folder in
            try write(generation.files.filter { !isRuntime($0.key) }, below: folder)
            let models = try await run(["-emit-module", "-I", runtime.path], module: "SampleModels", in: folder)
            guard models.isEmpty else { return models }
            let search = ["-typecheck", "-I", runtime.path, "-I", folder.path]
            async let client = run(search, module: "SampleClient", in: folder)
            async let server = run(search, module: "SampleServer", in: folder)
            return try await client + server
        }
    }

    private static let runtimeModules = ["SampleRuntime", "SampleClientRuntime", "SampleServerRuntime"]

    private static func isRuntime(_ path: String) -> Bool {
        runtimeModules.contains { path.hasPrefix("Sources/\($0)/") }
    }

    /// The runtime, compiled once for all documents that carry the same parts of it.
    private actor Runtime {
        private var compilations: [Set<String>: Task<URL, any Error>] = [:]

        func folder(_ files: [String: String]) async throws -> URL {
            let parts = Set(files.keys)
            let compilation =
                compilations[parts]
                ?? Task {
                    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
                    try HostilePackage.write(files, below: folder)
                    for module in HostilePackage.runtimeModules {
                        let complaints = try await HostilePackage.run(
                            ["-emit-module", "-I", folder.path], module: module, in: folder)
                        guard complaints.isEmpty else { throw Complaints(text: complaints) }
                    }
                    return folder
                }
            compilations[parts] = compilation
            return try await compilation.value
        }
    }

    struct Complaints: Error {
        let text: String
    }

    private static let runtime = Runtime()

    private static func compiledRuntime(of generation: Generation) async throws -> URL {
        try await runtime.folder(generation.files.filter { isRuntime($0.key) })
    }

    private static func write(_ files: [String: String], below folder: URL) throws {
        for (path, text) in files where path.hasSuffix(".swift") {
            let file = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    private static func run(_ options: [String], module: String, in folder: URL) async throws -> String {
        let sources = folder.appendingPathComponent("Sources/\(module)")
        let files = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
        let compiler = try await Subprocess.run(
            [
                "swiftc", "-wmo", "-swift-version", "6", "-warnings-as-errors", "-parse-as-library", "-module-name",
                module,
            ]
                + options + files.filter { $0.hasSuffix(".swift") }.sorted().map { "Sources/\(module)/\($0)" },
            in: folder)
        return compiler.status == 0 ? "" : compiler.output + "\nfailed"
    }

    private static func inFolder<Result>(_ work: (URL) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await work(folder)
    }
}
