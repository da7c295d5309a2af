import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// Makes the API of an OpenAPI document.
///
/// Whatever the generator does not carry through yet is an error that names the construct and its place: nothing of
/// a document is dropped in silence.
public struct APIBuilder {
    private let document: OpenAPI.Document
    private let options: APIOptions
    private var faults = Faults()
    private var schemas: SchemaLowering

    /// - Returns: the API, and the warnings met on the way, in the order of the files and of the text in them.
    /// - Throws: everything in the document that cannot be carried through.
    public static func build(
        _ document: OpenAPI.Document, options: APIOptions = APIOptions()
    ) throws(DiagnosticsError) -> (api: API, warnings: [Diagnostic]) {
        let (api, found) = buildTolerantly(document, options: options)
        if found.contains(where: { $0.severity == .error }) { throw DiagnosticsError(found) }
        return (api, found)
    }

    /// The API of a document that may have errors, also elsewhere than its own stage looks for them, with everything
    /// that is found here.
    ///
    /// What stands where an error is may be missing from the API or be wrong in it: for those who need a part of it only,
    /// and see to it that the errors are elsewhere.
    public static func buildTolerantly(
        _ document: OpenAPI.Document, options: APIOptions = APIOptions()
    ) -> (api: API, found: [Diagnostic]) {
        let (selected, unused) = options.selection.applied(to: document)
        var builder = APIBuilder(document: selected, options: options)
        builder.faults.add(unused)
        let api = builder.build()
        builder.faults.add(builder.schemas.faults)
        return (api, builder.faults.sorted(files: document.files))
    }

    private init(document: OpenAPI.Document, options: APIOptions) {
        self.document = document
        self.options = options
        schemas = SchemaLowering(document)
    }

    private mutating func build() -> API {
        checkDocument()
        // Components come first, so that they keep their names whatever inline schemas are called.
        schemas.declareComponents()
        let scopes = ScopeLowering(document: document, rules: options.scopeRules).lowered(&faults)
        var endpoints: [Endpoint] = []
        let ids = OperationIDs(document)
        var routes: [String: (path: String, location: SourceLocation)] = [:]
        for path in document.paths {
            for operation in path.value.operations {
                var lowering = EndpointLowering(
                    document: document, path: path, operation: operation, id: ids.id(of: operation, at: path.key))
                lowering.groupRule = options.groups.rule(for: path.key)
                let endpoint = lowering.lowered(rules: options.paginationRules, &schemas)
                endpoints.append(endpoint)
                faults.add(lowering.faults)
                warnOfSharedRoute(endpoint, at: path, &routes)
            }
        }
        var sending = SentRequestLowering(document: document, operations: endpoints, ids: ids)
        sending.lower(&schemas)
        faults.add(sending.faults)
        // Of a part of a document not every rule is needed.
        for rule in options.selection.isEmpty ? options.groups.unused(in: document.paths.map(\.key)) : [] {
            faults.warning(.unusedSelection, "no operation's path begins with `\(rule.path)`", at: rule.location)
        }
        refuseRepeatedIDs(endpoints + sending.requests.map(\.endpoint))
        schemas.settleUnions()
        schemas.preferred.noteUnused(&schemas.faults)
        let usage = SchemaUsage(
            schemas: schemas.declared, endpoints: endpoints, sent: sending.requests.map(\.endpoint))
        let shapes = OneWayShapes(finite(selected(usage.marked())))
        let servers = document.servers.map { API.Server($0) }
        return API(
            title: document.info.title, version: document.info.version,
            description: document.info.text, facts: document.facts,
            servers: servers,
            groups: groups(of: endpoints), endpoints: endpoints.map { shapes.endpoint($0, isSent: false) },
            sent: sending.requests.map { request in
                SentRequest(occasion: request.occasion, endpoint: shapes.endpoint(request.endpoint, isSent: true))
            }, schemes: scopes.schemes,
            scopes: scopes.scopes,
            schemas: shapes.settled())
    }

    /// The schemas that become part of the API. A part of a document has those that its operations need, and no others.
    private func selected(_ schemas: [Schema]) -> [Schema] {
        let used = schemas.filter { !$0.usage.isEmpty }
        guard options.selection.isEmpty else {
            let named = schemas.filter { options.selection.schemas.contains($0.id.description) }.map(\.id)
            return named.isEmpty ? used : kept(used.map(\.id) + named, of: schemas)
        }
        return options.schemas == .all || used.isEmpty ? schemas : used
    }

    /// Schemas with everything that they are made of.
    private func kept(_ roots: [SchemaID], of schemas: [Schema]) -> [Schema] {
        let contents = Dictionary(schemas.map { ($0.id, $0.contents) }, uniquingKeysWith: { first, _ in first })
        var kept: Set<SchemaID> = []
        var waiting = roots
        while let id = waiting.popLast() {
            if kept.insert(id).inserted { waiting += contents[id] ?? [] }
        }
        return schemas.filter { kept.contains($0.id) }
    }

    private mutating func checkDocument() {
        for tag in document.tags where tag.parent != nil {
            faults.warning(
                .ignoredTagParent,
                "operations are grouped by the names of tags; the `parent` of `\(tag.name)` is ignored",
                at: tag.location)
        }
        if let dialect = document.schemaDialect, !UncheckedKeywords.isKnown(dialect: dialect) {
            faults.warning(
                .unknownDialect, "the dialect `\(dialect)` is not known; schemas are read as JSON Schema 2020-12",
                at: document.location)
        }
    }

    /// What stands behind a path tells operations apart for readers, and for clients at most: a server sees one path.
    private mutating func warnOfSharedRoute(
        _ endpoint: Endpoint, at path: OpenAPI.Map<OpenAPI.PathItem>.Entry,
        _ routes: inout [String: (path: String, location: SourceLocation)]
    ) {
        let key = "\(endpoint.method) \(endpoint.path.text)"
        guard let other = routes[key] else {
            routes[key] = (path.key, path.keyLocation)
            return
        }
        faults.warning(
            .ambiguousPath,
            "a server sees `\(path.key)` and `\(other.path)` as one path, and answers \(endpoint.method) as the latter",
            at: path.keyLocation, notes: [.init("`\(other.path)` stands here", at: other.location)])
    }

    /// Operations without an `operationId` are named by method and path, which others may spell as well.
    private mutating func refuseRepeatedIDs(_ endpoints: [Endpoint]) {
        var first: [String: Endpoint] = [:]
        for endpoint in endpoints {
            guard let other = first.updateValue(first[endpoint.id] ?? endpoint, forKey: endpoint.id) else { continue }
            faults.error(
                .repeatedOperationID,
                "two operations would be called `\(endpoint.id)`; give this one an `operationId`",
                at: endpoint.location, notes: [.init("the other stands here", at: other.location)])
        }
    }

    /// Groups in the order of the document's tags, then those that only operations name; parents before children.
    private mutating func groups(of endpoints: [Endpoint]) -> [API.Group] {
        var descriptions: [[String]: String] = [:]
        var names: [[String]: String] = [:]
        var locations: [[String]: SourceLocation] = [:]
        var order: [[String]] = []
        var known: Set<[String]> = []
        func note(_ path: [String]) {
            for length in path.indices.map({ $0 + 1 }) where known.insert(Array(path.prefix(length))).inserted {
                order.append(Array(path.prefix(length)))
            }
        }
        let used = Set(endpoints.map(\.group))
        for tag in document.tags {
            let path = EndpointLowering.groupPath(tag.name)
            locations[path] = tag.location
            names[path] = PreferredName(in: tag.extensions, of: .group, &faults)?.text
            let docs = tag.externalDocs.map { "See also \($0.description.map { "\($0): " } ?? "")\($0.url)" }
            let texts = [tag.summary, tag.description, docs].compactMap { $0 }
            descriptions[path] = texts.isEmpty ? nil : texts.joined(separator: "\n\n")
            if used.contains(path) { note(path) }
        }
        for endpoint in endpoints where !endpoint.group.isEmpty { note(endpoint.group) }
        return order.map {
            API.Group(
                path: $0, preferredName: names[$0], description: descriptions[$0], location: locations[$0])
        }
    }

    /// Objects that would have to contain themselves without end do not have to.
    private mutating func finite(_ schemas: [Schema]) -> [Schema] {
        let closing = RequiredCycles(schemas).closing()
        return schemas.enumerated().map { position, schema in
            guard let keys = closing[position], case .object(let object) = schema.shape else { return schema }
            let properties = object.properties.map { property in
                guard keys.contains(property.key) else { return property }
                faults.warning(
                    .endlessProperty,
                    "`\(property.key)` is required and leads back to the schema it is in, which no value can meet; "
                        + "it is optional in the output", at: property.location)
                return property.with(isRequired: false)
            }
            return schema.with(
                shape: .object(
                    ObjectShape(
                        properties: properties, additional: object.additional, isClosed: object.isClosed,
                        rule: object.rule)))
        }
    }
}
