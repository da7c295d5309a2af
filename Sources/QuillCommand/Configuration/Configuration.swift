import QuillAPI
import QuillDiagnostics
import QuillNodes
import QuillOpenAPI
import QuillSwiftModel

/// What `quill.json` says. Its paths are relative to the file that it was read from; here they no longer are.
struct Configuration {
    var document: FilePath?
    var output: FilePath?
    /// The stem of every module's name.
    var name: String?
    /// A folder of templates that replace Quill's own.
    var templates: FilePath?
    var shape = OutputShape()
    /// What is changed in the document before anything else.
    var changes = DocumentChanges()
    /// How far references may lead.
    var references = ReferenceRules()
    var api = APIOptions(schemas: .used)
    /// Whether members that the document does not name are kept.
    var keepsUnknownMembers = false
    /// Whether points in time keep every digit and the offset that they are written with.
    var exactDates = false
    var operationNames: [NameChoice] = []
    var schemaNames: [NameChoice] = []
    var propertyNames: [NameChoice] = []
    var parameterNames: [NameChoice] = []
    var valueNames: [NameChoice] = []
    var groupNames: [NameChoice] = []
    /// Names for what may be an operation or a schema.
    var names: [NameChoice] = []
    /// What was found in reading it.
    var warnings: [Diagnostic] = []
    /// What `quill diff` is to pass over; a list of entries with a rule and a reason.
    var ignoredChanges: Node?

    /// A name for something of the document: `"environments_exports_content_retrieve": "content"`.
    struct NameChoice {
        let subject: String
        let name: String
        let location: SourceLocation
    }

    /// Names for what the document does not have: a misspelling, or a rest of an earlier document.
    func staleNames(in api: API) -> [Diagnostic] {
        // What is left out has names all the same.
        guard self.api.selection.isEmpty else { return [] }
        return stale(operationNames, "operation", among: api.endpoints.map(\.id))
            + stale(schemaNames, "schema", among: api.schemas.map(\.id.description))
            + stale(
                names, "operation or schema", among: api.endpoints.map(\.id) + api.schemas.map(\.id.description))
            + staleMemberNames(in: api)
    }

    private func staleMemberNames(in api: API) -> [Diagnostic] {
        if (propertyNames + parameterNames + valueNames + groupNames).isEmpty { return [] }
        var properties: [String] = []
        var values: [String] = []
        for schema in api.schemas {
            let id = schema.id.description
            switch schema.shape {
            case .object(let object): properties += object.properties.map { MemberNames.subject($0.key, of: id) }
            case .enumeration(let list): values += list.values.texts.map { MemberNames.subject($0, of: id) }
            case .union: break
            }
        }
        let endpoints = api.endpoints + api.sent.map(\.endpoint)
        let parameters = endpoints.flatMap { endpoint in
            endpoint.parameters.map { MemberNames.subject($0.name, of: endpoint.id) }
        }
        return stale(propertyNames, "property", among: properties)
            + stale(parameterNames, "parameter", among: parameters)
            + stale(valueNames, "value of an enumeration", among: values)
            + stale(groupNames, "group", among: api.groups.map { MemberNames.subject($0.path) })
    }

    /// The names of what is inside of schemas and operations, and of groups.
    var memberNames: MemberNames {
        var names = MemberNames()
        names.properties = propertyNames.bySubject
        names.parameters = parameterNames.bySubject
        names.values = valueNames.bySubject
        names.groups = groupNames.bySubject
        return names
    }

    private func stale(
        _ choices: [NameChoice], _ noun: String, among names: @autoclosure () -> [String]
    ) -> [Diagnostic] {
        if choices.isEmpty { return [] }
        let known = names()
        let all = Set(known)
        return choices.filter { !all.contains($0.subject) }.map { choice in
            .warning(
                .unusedName, "the document has no \(noun) `\(choice.subject)`", at: choice.location,
                notes: Spelling.nearest(to: choice.subject, among: known).map { [.init("did you mean `\($0)`?")] } ?? []
            )
        }
    }
}

extension [Configuration.NameChoice] {
    var bySubject: [String: String] {
        Dictionary(map { ($0.subject, $0.name) }, uniquingKeysWith: { first, _ in first })
    }
}
