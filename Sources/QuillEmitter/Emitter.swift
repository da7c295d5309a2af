import QuillMustache
import QuillParallel
import QuillSwiftModel

/// A file as it is to be written.
public struct EmittedFile: Sendable, Hashable {
    /// Relative to the output folder, with `/`.
    public let path: String
    public let text: String
}

/// Puts the Swift model into words: templates for what the document decides, copies for the runtime.
public struct Emitter: Sendable {
    let library: TemplateLibrary
    private let texts: OutputTexts
    /// Whether what the templates speak of is known: only of Quill's own.
    private let carriesEverything: Bool

    /// - Parameters:
    ///   - texts: Quill's own templates, and the runtime that packages carry.
    ///   - overrides: templates by name (`client/method`) that replace Quill's own.
    ///   - access: who can use what the templates declare.
    /// - Throws: the first template that is no Mustache.
    public init(
        texts: OutputTexts, overrides: [String: String] = [:], access: AccessLevel = .public
    ) throws(TemplateError) {
        // Model values are ready for their place and stay on one line, so a variable can never open a new one.
        var library = TemplateLibrary(strict: true) { text in
            let isLine = text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy { $0 != 0x0A && $0 != 0x0D } }
            return isLine == true ? text : String(text.map { $0.isNewline ? " " : $0 })
        }
        for (name, text) in texts.namedTemplates {
            library.add(try Template(access.applied(to: overrides[name] ?? text), name: name))
        }
        for (name, text) in overrides.sorted(by: { $0.key < $1.key }) where library[name] == nil {
            library.add(try Template(access.applied(to: text), name: name))
        }
        self.library = library
        self.texts = texts
        carriesEverything = overrides.keys.contains { !$0.hasPrefix("package/") && $0 != "shared/header" }
    }

    /// Every file of the output, in the order of their paths.
    ///
    /// - Throws: what a template asks for that the model does not have.
    public func emit(_ model: SwiftPackageModel) throws(TemplateError) -> [EmittedFile] {
        let files = try declarations(model) + runtime(model)
        return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// Every file without the runtime, in no order.
    ///
    /// - Throws: what a template asks for that the model does not have.
    public func declarations(_ model: SwiftPackageModel) throws(TemplateError) -> [EmittedFile] {
        let shared: TemplateObject = [
            "name": .text(model.name), "title": .text(model.title), "version": .text(model.version),
            "runtime": .text(model.modules.runtime), "clientRuntime": .text(model.modules.clientRuntime),
            "serverRuntime": .text(model.modules.serverRuntime), "models": .text(model.modules.models),
            "client": .text(model.modules.client), "server": .text(model.modules.server),
        ]
        return try model.files.concurrentMap { file throws(TemplateError) in
            EmittedFile(path: file.path, text: try text(of: file, model.modules, shared))
        }
    }

    /// - Parameter shared: what every template can speak of.
    private func text(
        of file: SwiftFile, _ modules: SwiftPackageModel.Modules, _ shared: TemplateObject
    ) throws(TemplateError) -> String {
        var text = ""
        if let imports = file.imports(modules) {
            var head = shared
            head["hasImports"] = .bool(!imports.isEmpty)
            head["imports"] = .list(imports.map { .text($0) })
            text = try library.render("shared/file", with: .object(head))
        }
        for content in file.contents {
            let (template, own) = values(content)
            var value = own
            for key in shared.keys where value[key] == nil { value[key] = shared[key] }
            if !text.isEmpty { text += "\n" }
            text += try library.render(template, with: .object(value))
        }
        return text
    }

    /// The template of a part of a file, and what it is rendered with.
    private func values(_ content: SwiftFile.Content) -> (template: String, value: TemplateObject) {
        switch content {
        case .manifest: ("package/Package.swift", [:])
        case .readme(let readme): ("package/README.md", readme.templateObject)
        case .exports(let modules): ("shared/exports", ["modules": .list(modules.map { .text($0) })])
        case .declaration(.structure(let structure)): ("models/structure", structure.templateObject)
        case .declaration(.enumeration(let enumeration)): ("models/enumeration", enumeration.templateObject)
        case .declaration(.union(let union)): ("models/union", union.templateObject)
        case .declaration(.alias(let alias)): ("models/alias", alias.templateObject)
        case .answer(let answer): ("models/answer", answer.templateObject)
        case .formerNames(let names):
            (
                "models/formernames",
                [
                    "names": .sequence(names) { alias in
                        ["name": .text(alias.name), "target": .text(alias.target)]
                    }
                ]
            )
        case .headers(let headers): ("models/headers", headers.templateObject)
        case .body(let body): ("models/answer", body.templateObject)
        case .operations(let operations):
            ("models/operations", ["operations": .list(operations.map(\.templateValue))])
        case .scopes(let scopes): ("models/scopes", scopes.templateObject)
        case .access(let scopes): ("client/access", scopes.templateObject)
        case .client(let client): ("client/client", client.templateObject)
        case .servers(let servers): ("client/servers", servers.templateObject)
        case .clientGroup(let group): ("client/group", group.templateObject)
        case .formerCalls(let calls): ("client/formercalls", calls.templateObject)
        case .server(let server): ("server/server", server.templateObject)
        case .service(let group): ("server/service", group.templateObject)
        case .examples(let group): ("server/examples", group.templateObject)
        case .webhookSender(let webhooks): ("client/webhooksender", webhooks.templateObject)
        case .webhookServer(let webhooks): ("server/webhookserver", webhooks.templateObject)
        case .exampleService(let server): ("server/exampleservice", server.templateObject)
        }
    }

    /// The runtime that the output carries, in modules of its own: they are compiled beside the models, and what the
    /// client and the server call stays one function instead of a copy for each operation.
    private func runtime(_ model: SwiftPackageModel) -> [EmittedFile] {
        let parts = carriesEverything ? Set(RuntimePart.allCases) : model.runtimeParts
        let modules = [
            ("Sources/\(model.modules.runtime)", texts.runtime),
            ("Sources/\(model.modules.clientRuntime)", texts.clientRuntime),
            ("Sources/\(model.modules.serverRuntime)", texts.serverRuntime),
        ]
        return modules.flatMap { folder, texts in
            texts.filter { parts.carry($0.path) }.concurrentMap { path, text in
                EmittedFile(path: "\(folder)/\(path)", text: copied(text, importing: model.modules.runtime))
            }
        }
    }

    private func copied(_ text: String, importing runtime: String) -> String {
        var copy = "// Part of Quill's runtime, copied. Changes are lost when the package is generated again.\n\n"
        var rest = text[...]
        while let end = rest.utf8.firstIndex(of: UInt8(ascii: "\n")) {
            let line = rest[..<end]
            if line == "import QuillRuntime" { copy += "import \(runtime)" } else { copy += line }
            copy += "\n"
            rest = rest[rest.utf8.index(after: end)...]
        }
        return copy + rest
    }
}

extension Set<RuntimePart> {
    /// Whether a file of the runtime belongs to all documents or to these parts. `Pages/Headers/` is of both.
    fileprivate func carry(_ path: String) -> Bool {
        path.split(separator: "/").dropLast().allSatisfy { folder in
            RuntimePart(rawValue: String(folder)).map(contains) ?? true
        }
    }
}
