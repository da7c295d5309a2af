import Foundation
import PackagePlugin

/// Gives a target the client, the server or both of the OpenAPI documents in it, at build time.
///
/// The target contains `openapi.yaml`, `openapi.yml` or `openapi.json`, or a `quill.json` that names one or several
/// documents, also elsewhere in the package. It gets what the runtime is for that it depends on: a client with
/// `QuillClientRuntime`, a server with `QuillServerRuntime`.
@main
struct QuillPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        guard let target = target as? any SourceModuleTarget else { return [] }
        let sources = target.sourceFiles(withSuffix: "swift").map(\.url)
        let folder = target.directoryURL
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let source = try TargetSource(
            among: names.map { folder.appendingPathComponent($0) }, target: target.name)
        let products = target.dependencies.map { dependency in
            switch dependency {
            case .product(let product): product.name
            case .target(let target): target.name
            @unknown default: ""
            }
        }
        return try [
            command(
                source, folder: folder, target: target.name, products: products, sources: sources,
                work: context.pluginWorkDirectoryURL, tool: try context.tool(named: "quill-tool").url)
        ]
    }

    private func command(
        _ source: TargetSource, folder: URL, target: String, products: [String], sources: [URL], work: URL, tool: URL
    ) throws -> Command {
        var parts = ["client", "server"].filter { products.contains("Quill\($0.capitalized)Runtime") }
        if parts.isEmpty {
            guard products.contains("QuillRuntime") else { throw PluginFault.noRuntime(target: target) }
            parts = ["models"]
        }
        // Which files are read only quill knows for certain. Where they are others than these, it renews this file, which
        // has it run in the next build again: it then looks at their times and does nothing if they are the same.
        let again = work.appendingPathComponent("again")
        if !FileManager.default.fileExists(atPath: again.path) { try Data("0".utf8).write(to: again) }
        let inputs = InputScan(folder: folder).inputs(of: source.files)
        // The target's own sources count only where they decide what is generated.
        let sources =
            source.files.contains(where: InputScan.asksForUsedOnly) ? sources.sorted { $0.path < $1.path } : []
        let output = work.appendingPathComponent("Generated")
        // Statement by statement: as one expression it takes the compiler five seconds.
        var arguments = ["target", "--output", output.path, "--parts", parts.joined(separator: ",")]
        arguments += ["--again", again.path, "--state", work.appendingPathComponent("state").path]
        arguments += ["--tool", tool.path]
        for input in inputs { arguments += ["--input", input.path] }
        for source in sources { arguments += ["--source", source.path] }
        arguments += source.arguments
        return .buildCommand(
            displayName: "Generating Swift from OpenAPI for \(target)",
            executable: tool,
            arguments: arguments,
            inputFiles: inputs + sources + [again],
            outputFiles: OutputNames.all.map { output.appendingPathComponent($0) })
    }
}

/// What a target generates from.
struct TargetSource {
    let files: [URL]
    let arguments: [String]
    let folder: URL

    /// - Throws: where there is nothing, or more than one thing.
    init(among files: [URL], target: String) throws {
        if let file = files.first(where: { $0.lastPathComponent == "quill.json" }) {
            self.files = [file]
            folder = file.deletingLastPathComponent()
            arguments = ["--config", file.path]
            return
        }
        let documents = files.filter { ["openapi.yaml", "openapi.yml", "openapi.json"].contains($0.lastPathComponent) }
        guard let document = documents.first, documents.count == 1 else {
            throw documents.isEmpty
                ? PluginFault.noDocument(target: target) : PluginFault.severalDocuments(target: target)
        }
        // Quill reads the configuration of Apple's generator, where there is one.
        let others = files.filter {
            ["openapi-generator-config.yaml", "openapi-generator-config.yml"].contains($0.lastPathComponent)
        }
        self.files = [document] + others
        folder = document.deletingLastPathComponent()
        arguments = [document.path]
    }
}

/// What keeps the plugin from doing something, with the remedy.
enum PluginFault: Error, CustomStringConvertible {
    case noDocument(target: String)
    case severalDocuments(target: String)
    case noRuntime(target: String)

    var description: String {
        switch self {
        case .noDocument(let target):
            "the target \(target) has no OpenAPI document: put an openapi.yaml into its folder, or a quill.json that "
                + "names one: { \"document\": \"../../spec/api.yaml\" }"
        case .severalDocuments(let target):
            "the target \(target) has several OpenAPI documents: name those to be used in a quill.json: "
                + "{ \"documents\": [\"openapi.yaml\", \"openapi.json\"] }"
        case .noRuntime(let target):
            "the target \(target) does not depend on Quill's runtime: add "
                + ".product(name: \"QuillClientRuntime\", package: \"Quill\") to its dependencies for a client, "
                + "QuillServerRuntime for a server"
        }
    }
}

#if canImport(XcodeProjectPlugin)
    import XcodeProjectPlugin

    extension QuillPlugin: XcodeBuildToolPlugin {
        func createBuildCommands(context: XcodePluginContext, target: XcodeTarget) throws -> [Command] {
            let source = try TargetSource(among: target.inputFiles.map(\.url), target: target.displayName)
            let products = target.dependencies.map { dependency in
                switch dependency {
                case .product(let product): product.name
                case .target(let target): target.displayName
                @unknown default: ""
                }
            }
            return try [
                command(
                    source, folder: source.folder, target: target.displayName,
                    products: products,
                    sources: target.inputFiles.map(\.url).filter { $0.pathExtension == "swift" },
                    work: context.pluginWorkDirectoryURL,
                    tool: try context.tool(named: "quill-tool").url)
            ]
        }
    }
#endif
