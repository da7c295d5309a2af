import QuillDiagnostics
import QuillNodes

/// One reading of a document: where it has got to, what it has met, and what it found wrong.
///
/// The objects of the specification are read by extensions, one for each family of them.
struct DocumentReading {
    var files: FileSet
    var version = OpenAPI.Version.v3_1
    var diagnostics: [Diagnostic] = []
    /// The file that is being read, which relative references are relative to.
    var file = 0
    /// What references led to, other than schemas.
    var resolved: [OpenAPI.Identity: any ReferableObject] = [:]
    /// What is being read for a reference, to notice what contains itself.
    var inProgress: Set<OpenAPI.Identity> = []
    /// Schemas that references lead to, those before ``schemasRead`` already in the table.
    var schemasReferredTo: [FileSet.Target] = []
    var knownSchemas: Set<OpenAPI.Identity> = []
    /// Where references were met that do not belong there, so as to say it once for each kind of place.
    var misplacedReferences: Set<String> = []
    /// How many of those were followed. What they lead to is read anew each time, so there must be an end to it.
    var misplacedReferencesFollowed = 0
    static let misplacedReferenceLimit = 50_000
    /// What a document of 2.0 states once for all its operations.
    var swagger = SwaggerDefaults()
    /// The innermost schema with an `$id` that is being read, which references in it are relative to.
    var resource: SchemaResource?
    /// The schemas with an `$id` of which it was said that references in them lead beyond them.
    var resourcesLeft: Set<SchemaResource> = []
    /// References that mean a `$dynamicAnchor`, to say in the end where there were several.
    var dynamicReferences: [DynamicReference] = []
    /// The schema of the table that is being read, or that contains what is being read.
    var outermostSchema: FileSet.Target?

    private var depth = 0
    /// How many objects may contain each other. Far more than any real document has; few enough for a small stack.
    private static let depthLimit = 64

    init(files: FileSet) {
        self.files = files
    }

    // MARK: What is wrong

    mutating func error(_ code: DiagnosticCode, _ message: String, at location: SourceLocation, note: String? = nil) {
        diagnostics.append(.error(code, message, at: location, notes: note.map { [.init($0)] } ?? []))
    }

    mutating func warn(_ code: DiagnosticCode, _ message: String, at location: SourceLocation, note: String? = nil) {
        diagnostics.append(.warning(code, message, at: location, notes: note.map { [.init($0)] } ?? []))
    }

    mutating func wrongType(_ node: Node, field: String, expected: String) {
        error(.wrongType, "`\(field)` is \(node.kindDescription), where \(expected) is expected", at: node.location)
    }

    /// By file, then by place; each once, since what several references lead to may have been read several times.
    func sortedDiagnostics() -> [Diagnostic] {
        var order: [String: Int] = [:]
        for index in files.names.indices { order[files.root(of: index).location.source.path] = index }
        var seen: Set<Diagnostic> = []
        return diagnostics.filter { seen.insert($0).inserted }.enumerated().sorted { left, right in
            let leftFile = left.element.location.map { order[$0.source.path] ?? .max } ?? -1
            let rightFile = right.element.location.map { order[$0.source.path] ?? .max } ?? -1
            if leftFile != rightFile { return leftFile < rightFile }
            let leftOffset = left.element.location?.offset ?? -1
            let rightOffset = right.element.location?.offset ?? -1
            return leftOffset != rightOffset ? leftOffset < rightOffset : left.offset < right.offset
        }.map(\.element)
    }

    // MARK: Going down

    /// Counts one more object inside another; false where that is one too many, which has been said then.
    mutating func enter(_ location: SourceLocation) -> Bool {
        guard depth < Self.depthLimit else {
            error(
                .nestingTooDeep, "objects are nested more than \(Self.depthLimit) deep", at: location,
                note: "move inner schemas to `components` and refer to them")
            return false
        }
        depth += 1
        return true
    }

    mutating func leave() {
        depth -= 1
    }

    /// Reads one object of the specification: checks that it is one and that its fields are known.
    ///
    /// A reference in its place is followed although the specification does not allow it there: tools accept it and
    /// large documents depend on it.
    mutating func object<Result>(
        _ node: Node, _ kind: ObjectKind,
        _ read: (inout DocumentReading, NodeObject, [OpenAPI.Extension]) -> Result?
    ) -> Result? {
        guard case .object(let object) = node.value else {
            error(.wrongType, "\(kind.noun) must be an object, not \(node.kindDescription)", at: node.location)
            return nil
        }
        guard enter(node.location) else { return nil }
        defer { leave() }
        if !kind.isReferable(in: version), let reference = object["$ref"] {
            return followMisplaced(reference, instead: kind.noun) { reading, target in
                reading.object(target, kind, read)
            }
        }
        let extensions = checkFields(of: object, kind)
        return read(&self, object, extensions)
    }

    /// The extensions of an object, after a word about fields that the specification does not know.
    mutating func checkFields(of object: NodeObject, _ kind: ObjectKind) -> [OpenAPI.Extension] {
        var extensions: [OpenAPI.Extension] = []
        let fields = kind.fields(in: version)
        for member in object where !fields.contains(member.key) {
            if member.key.hasPrefix("x-") {
                extensions.append(.init(key: member.key, value: member.value))
            } else if kind.hasOpenFields {
                continue
            } else if let since = kind.versionOfLaterField(member.key, in: version) {
                warnLater(member.key, of: kind, since: since, at: member.keyLocation)
            } else if member.key != "$ref" || !kind.isReferable(in: version) {
                warnUnknown(member.key, of: kind, at: member.keyLocation, known: fields)
            }
        }
        return extensions
    }

    mutating func warnLater(
        _ key: String, of kind: ObjectKind, since later: OpenAPI.Version = .v3_1, at location: SourceLocation
    ) {
        let number = later.number
        warn(
            .laterField,
            "\(kind.noun) has `\(key)` only since OpenAPI \(number); it is read as \(number) would", at: location,
            note: "declare `openapi: \(number).0`, or leave it out")
    }

    mutating func warnUnknown(
        _ key: String, of kind: ObjectKind, at location: SourceLocation, known: some Sequence<String>
    ) {
        let near = Spelling.nearest(to: key, among: known)
        warn(
            .unknownField, "\(kind.noun) has no field `\(key)`; it is ignored", at: location,
            note: near.map { "did you mean `\($0)`?" } ?? "extensions begin with `x-`")
    }
}
