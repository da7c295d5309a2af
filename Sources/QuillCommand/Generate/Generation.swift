import QuillDiagnostics
import QuillEmitter
import QuillSwiftModel

/// From documents to the texts of an output.
struct Generation {
    /// Several only for a module, which they share.
    let projects: [Project]
    /// What the invocation asks for counts for more than what the configuration says.
    var name: String?
    var templates: FilePath?
    var access: AccessLevel?
    var parts: Set<OutputPart>?
    /// Into how many files each module of a package is combined.
    var shards: Int?
    /// The document of an earlier output, whose names are kept as aliases.
    var formerly: DiffInput?
    /// The Swift files whose words decide what is used, where only that is asked for.
    var sources: [FilePath] = []
    /// The command whose help tells more about options.
    let command: String

    /// A package of its own.
    ///
    /// - Throws: what is wrong with the document, the configuration or a template; an ``InvocationError`` where there is
    ///   no name.
    func package(_ pipeline: inout Pipeline) throws -> [EmittedFile] {
        guard let project = projects.first else { return [] }
        let made = try made(of: project, access: .public, namespaced: false, separatesTypes: false, &pipeline)
        return try pipeline.files { () throws(DiagnosticsError) in
            try made.templates.files(of: made.model, by: made.emitter)
        }
    }

    /// Files for a target of another package. Throws as ``package(_:)`` does.
    func module(_ pipeline: inout Pipeline) throws -> Module {
        var deciding: Set<String> = []
        let access = access ?? projects.lazy.compactMap(\.configuration.shape.access).first ?? .internal
        var module = ModuleOutput(access: access)
        var names: Set<String> = []
        for project in projects {
            let made = try made(
                of: project, access: access, namespaced: projects.count > 1, separatesTypes: true, &pipeline)
            guard names.insert(made.model.name).inserted else {
                throw DiagnosticsError([
                    .error(
                        .invalidName, "two documents have the name `\(made.model.name)`", at: nil,
                        notes: [.init("give each a `name` of its own in `quill.json`")])
                ])
            }
            deciding.formUnion(made.decidingWords)
            let files = try pipeline.files { () throws(DiagnosticsError) in
                try made.templates.declarations(of: made.model, by: made.emitter)
            }
            module.add(
                files, of: made.model,
                parts: parts ?? project.configuration.shape.parts ?? Set(OutputPart.allCases),
                namespace: made.namespace)
        }
        return Module(files: module.files(), decidingWords: deciding)
    }

    /// A module's files, and the words that would have to come or go in the sources for others to be made.
    struct Module {
        let files: [EmittedFile]
        let decidingWords: Set<String>
    }

    private struct Made {
        let model: SwiftPackageModel
        let templates: TemplateOverrides
        let emitter: Emitter
        let namespace: String?
        let decidingWords: Set<String>
    }

    /// Everything up to the Swift model.
    ///
    /// - Parameters:
    ///   - namespaced: whether there is an enumeration around the declarations where the configuration says nothing.
    ///   - separatesTypes: whether every type is in a file of its own.
    private func made(
        of project: Project, access: AccessLevel, namespaced: Bool, separatesTypes: Bool,
        _ pipeline: inout Pipeline
    ) throws -> Made {
        let configuration = project.configuration
        let folder = templates ?? configuration.templates
        let session = pipeline.session
        let (templates, emitter) = try pipeline.time("read templates") { () throws(DiagnosticsError) in
            let templates =
                try folder.map { folder throws(DiagnosticsError) in
                    try TemplateOverrides(folder: folder, in: session)
                } ?? TemplateOverrides.none
            return (templates, try templates.emitter(access: access, texts: try session.texts()))
        }
        var project = project
        // What the sources name stays, although no operation may lead to it.
        if configuration.shape.usedOnly { project.configuration.api.schemas = .all }
        let isPart = configuration.shape.usedOnly || !configuration.api.selection.isEmpty
        let earlier = pipeline.warnings.count
        let api = isPart ? try pipeline.roughAPI(of: project) : try pipeline.api(of: project)
        pipeline.warn(configuration.warnings + configuration.staleNames(in: api))
        guard let name = name ?? configuration.name ?? SwiftName.module(ofTitle: api.title) else {
            try pipeline.refuseErrors()
            throw InvocationError(
                "no name can be made of the document's title `\(api.title)`; give `--name NAME`", command: command)
        }
        var options = SwiftOptions(
            name: name, operationNames: configuration.operationNames.bySubject,
            schemaNames: configuration.schemaNames.bySubject, shards: shards)
        options.separatesTypes = separatesTypes
        options.memberNames = configuration.memberNames
        options.keepsUnknownMembers = configuration.keepsUnknownMembers
        options.exactDates = configuration.exactDates
        // Of either kind; names that the API does not have are passed over.
        options.operationNames.merge(configuration.names.bySubject) { own, _ in own }
        options.schemaNames.merge(configuration.names.bySubject) { own, _ in own }
        options.namespace = configuration.shape.namespace ?? (namespaced ? name : nil)
        var used = api
        var deciding: Set<String> = []
        if configuration.shape.usedOnly {
            // A part has the names that it has in the whole.
            let names = pipeline.time("name all") { SwiftModelBuilder.names(api, options: options) }
            options = options.fixing(names)
            let words = try SourceWords.words(of: sources, in: session)
            used = UsedParts(names, words: words).of(api)
            deciding = UsedParts.deciding(names)
        }
        if isPart { try pipeline.narrow(to: used, since: earlier, of: project) }
        if let formerly {
            try FormerNames(document: formerly, project: project).add(to: &options, for: api, &pipeline)
        }
        let model = try pipeline.model(of: used, options: options)
        return Made(
            model: model, templates: templates, emitter: emitter, namespace: options.namespace, decidingWords: deciding)
    }
}
