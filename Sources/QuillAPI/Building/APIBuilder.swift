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

    /// - Returns: the API, and the warnings met on the way.
    /// - Throws: everything in the document that cannot be carried through.
    public static func build(
        _ document: OpenAPI.Document, options: APIOptions = APIOptions()
    ) throws(DiagnosticsError) -> (api: API, warnings: [Diagnostic]) {
        var builder = APIBuilder(document: document, options: options)
        let api = builder.build()
        let found = builder.faults.diagnostics + builder.schemas.faults.diagnostics
        if found.contains(where: { $0.severity == .error }) { throw DiagnosticsError(found) }
        return (api, found)
    }

    private init(document: OpenAPI.Document, options: APIOptions) {
        self.document = document
        self.options = options
        schemas = SchemaLowering(table: document.schemas)
    }

    private mutating func build() -> API {
        for entry in document.webhooks { faults.unsupported("webhooks", at: entry.keyLocation) }
        // Components come first, so that they keep their names whatever inline schemas are called.
        for component in document.components.schemas { schemas.declare(component.value) }
        let scopes = ScopeLowering(document: document, rules: options.scopeRules).lowered(&faults)
        var endpoints: [Endpoint] = []
        for path in document.paths {
            for operation in path.value.operations {
                var lowering = EndpointLowering(
                    document: document, path: path.key, item: path.value, operation: operation, schemas: schemas)
                endpoints.append(lowering.lowered(rules: options.paginationRules))
                schemas = lowering.schemas
                faults.add(lowering.faults)
            }
        }
        let declared = SchemaUsage(schemas: schemas.declared, endpoints: endpoints).marked()
        refuseUnevenShapes(declared)
        return API(
            title: document.info.title, version: document.info.version, description: document.info.description,
            servers: document.servers.map { API.Server(url: $0.url, description: $0.description) },
            groups: groups(of: endpoints), endpoints: endpoints, schemes: scopes.schemes, scopes: scopes.scopes,
            schemas: declared)
    }

    /// Groups in the order of the document's tags, then those that only operations name; parents before children.
    private func groups(of endpoints: [Endpoint]) -> [API.Group] {
        var descriptions: [[String]: String] = [:]
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
            descriptions[path] = tag.description
            if used.contains(path) { note(path) }
        }
        for endpoint in endpoints where !endpoint.group.isEmpty { note(endpoint.group) }
        return order.map { API.Group(path: $0, description: descriptions[$0]) }
    }

    /// A property that is sent only one way needs two shapes of its schema.
    private mutating func refuseUnevenShapes(_ schemas: [Schema]) {
        for schema in schemas where schema.usage == [.request, .response] {
            guard case .object(let object) = schema.shape else { continue }
            for property in object.properties where property.isReadOnly || property.isWriteOnly {
                let keyword = property.isReadOnly ? "readOnly" : "writeOnly"
                faults.unsupported("`\(keyword)` in a schema of both requests and responses", at: property.location)
            }
        }
    }
}

/// Gathers what is wrong while the work goes on.
struct Faults {
    private(set) var diagnostics: [Diagnostic] = []

    mutating func error(_ code: String, _ message: String, at location: SourceLocation?, notes: [Diagnostic.Note] = []) {
        diagnostics.append(.error(code, message, at: location, notes: notes))
    }

    mutating func warning(_ code: String, _ message: String, at location: SourceLocation?) {
        diagnostics.append(.warning(code, message, at: location))
    }

    /// - Parameter construct: in the words of the specification, as the subject of "is not supported yet".
    mutating func unsupported(_ construct: String, at location: SourceLocation?) {
        error("unsupported", "\(construct): not supported yet", at: location)
    }

    mutating func add(_ other: Faults) { diagnostics += other.diagnostics }
}
