import QuillSwiftModel

/// The declarations of one file of the output, ready to stand in a module beside others.
struct ModulePiece {
    /// What it belongs to; it decides the runtime that it needs.
    enum Kind: String, CaseIterable {
        case models = "Models"
        case client = "Client"
        case server = "Server"

        /// The library products of Quill that are imported.
        var runtime: [String] {
            switch self {
            case .models: ["QuillRuntime"]
            case .client: ["QuillClientRuntime", "QuillRuntime"]
            case .server: ["QuillRuntime", "QuillServerRuntime"]
            }
        }
    }

    let kind: Kind
    /// What distinguishes it from every other piece, and stays when others come and go.
    let name: String
    /// Modules beside those of the output itself.
    let imports: [String]
    var body: String

    /// - Parameter file: a file as it is in a package of its own: a comment, imports, declarations.
    /// - Returns: nil for what only a package has.
    init?(_ file: EmittedFile, of model: SwiftPackageModel) {
        let modules = model.modules
        let parts = file.path.split(separator: "/", maxSplits: 2)
        guard parts.count == 3, parts[0] == "Sources", parts[2] != "Exports.swift" else { return nil }
        switch String(parts[1]) {
        case modules.models: kind = .models
        case modules.client: kind = .client
        case modules.server: kind = .server
        default: return nil
        }
        name = "\(model.name)/\(file.path)"
        let own = [
            modules.runtime, modules.clientRuntime, modules.serverRuntime, modules.models, modules.client,
            modules.server,
        ]
        var imports: [String] = []
        var rest = file.text[...]
        var isHead = true
        while let end = rest.utf8.firstIndex(of: UInt8(ascii: "\n")) {
            let line = rest[..<end]
            if line.hasPrefix("import ") {
                let module = String(line.dropFirst("import ".count))
                if !own.contains(module) { imports.append(module) }
                isHead = false
            } else if !line.isEmpty, !(isHead && line.hasPrefix("// ")) {
                break
            }
            rest = rest[rest.utf8.index(after: end)...]
        }
        self.imports = imports
        body = String(rest)
    }
}
