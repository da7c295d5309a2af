import Foundation
import PackagePlugin

/// `swift package quill …`: the whole command, in the package's folder.
@main
struct QuillCommandPlugin: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        try run(tool: try context.tool(named: "quill-tool").url, in: context.package.directoryURL, arguments)
    }

    private func run(tool: URL, in folder: URL, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = tool
        process.arguments = arguments
        process.currentDirectoryURL = folder
        try process.run()
        process.waitUntilExit()
        // The command has said what is wrong; SwiftPM adds nothing and exits with 1.
        if process.terminationStatus != 0 { exit(process.terminationStatus) }
    }
}

#if canImport(XcodeProjectPlugin)
    import XcodeProjectPlugin

    extension QuillCommandPlugin: XcodeCommandPlugin {
        func performCommand(context: XcodePluginContext, arguments: [String]) throws {
            try run(
                tool: try context.tool(named: "quill-tool").url, in: context.xcodeProject.directoryURL, arguments)
        }
    }
#endif
