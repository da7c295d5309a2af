import Foundation
import PackagePlugin

/// Compiles the package's texts into the target that it is applied to, as `enum EmbeddedText`.
///
/// The binary works without the checkout that it came from, so templates and runtime sources travel inside it.
/// They become string literals: the byte arrays of `embedInCode` take minutes to compile.
///
/// SwiftPM reuses a build plan together with the inputs that were named when it was made. Were the texts named, one
/// that is removed later would fail the build as a missing input, and one that is added would not be followed. So the
/// tool looks at the folders itself, in every build: its one named input is a stamp that it renews as it runs. It
/// leaves an output that is still right alone, and then nothing is compiled.
@main
struct EmbedText: BuildToolPlugin {
    /// What is embedded: the constant's name, the folder below the package, and the extension that files must have.
    private static let sections = [
        (name: "templates", folder: "Templates", extension: "*"),
        (name: "runtime", folder: "Sources/QuillRuntime", extension: "swift"),
        (name: "clientRuntime", folder: "Sources/QuillClientRuntime", extension: "swift"),
        (name: "serverRuntime", folder: "Sources/QuillServerRuntime", extension: "swift"),
    ]

    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        let output = context.pluginWorkDirectoryURL.appendingPathComponent("EmbeddedText.swift")
        let stamp = context.pluginWorkDirectoryURL.appendingPathComponent("EmbeddedText.stamp")
        if !FileManager.default.fileExists(atPath: stamp.path) {
            try Data().write(to: stamp)
        }
        let sections = Self.sections.flatMap { section in
            [
                section.name,
                context.package.directoryURL.appendingPathComponent(section.folder).path,
                section.extension,
            ]
        }
        return [
            .buildCommand(
                displayName: "Embedding templates and runtime into \(target.name)",
                executable: try context.tool(named: "embed-text").url,
                arguments: [output.path, stamp.path] + sections,
                inputFiles: [stamp],
                outputFiles: [output])
        ]
    }
}
