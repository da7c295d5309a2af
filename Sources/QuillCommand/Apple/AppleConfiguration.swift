import QuillAPI
import QuillDiagnostics
import QuillEmitter
import QuillNodes

/// Reads the configuration of Apple's swift-openapi-generator, `openapi-generator-config.yaml`, as one of Quill's.
///
///     generate: [types, client]
///     accessModifier: package
///     filter: { tags: [pets] }
///
/// What it says and Quill does otherwise is told as a warning at its place.
struct AppleConfiguration {
    static let fileNames = ["openapi-generator-config.yaml", "openapi-generator-config.yml"]
    static let documentNames = ["openapi.yaml", "openapi.yml", "openapi.json"]

    private var faults: [Diagnostic] = []
    private var configuration = Configuration()

    /// - Returns: the configuration without a document, which Apple's does not name.
    /// - Throws: what has another form than Apple's generator accepts.
    static func read(_ root: Node) throws(DiagnosticsError) -> Configuration {
        var reader = AppleConfiguration()
        reader.read(root)
        if reader.faults.contains(where: { $0.severity == .error }) { throw DiagnosticsError(reader.faults) }
        reader.configuration.warnings = reader.faults
        return reader.configuration
    }

    private mutating func read(_ root: Node) {
        guard let object = root.object else { return wrong(root, "the configuration", "an object") }
        for member in object {
            switch member.key {
            case "generate": parts(member)
            case "accessModifier": access(member)
            case "filter": filter(member)
            case "nameOverrides": names(member)
            case "namingStrategy":
                guard member.value.string == "idiomatic" else {
                    ignore(member, "Quill's names are those of Swift's guidelines, as with `idiomatic`")
                    continue
                }
            case "typeOverrides":
                ignore(member, "Quill makes a type of its own for the schema; write an extension that converts it")
            case "additionalImports":
                ignore(member, "generated files import what they need; with `types` in another module use one module")
            case "additionalFileComments":
                ignore(member, "templates can be replaced instead: `templates` in quill.json")
            case "featureFlags": ignore(member, "they are those of another generator")
            default: ignore(member, "Quill does not know it")
            }
        }
    }

    private mutating func parts(_ member: NodeObject.Member) {
        guard let modes = member.value.array else { return wrong(member.value, "`generate`", "a list") }
        var parts: Set<OutputPart> = []
        for mode in modes {
            switch mode.string {
            case "types": break
            case "client": parts.insert(.client)
            case "server": parts.insert(.server)
            default: wrong(mode, "an entry of `generate`", "`types`, `client` or `server`")
            }
        }
        if !parts.isEmpty, !modes.contains(where: { $0.string == "types" }) {
            ignore(member, "Quill writes the types into the same module; it needs no `types` from another")
        }
        configuration.shape.parts = parts
    }

    private mutating func access(_ member: NodeObject.Member) {
        guard let word = member.value.string else { return wrong(member.value, "`accessModifier`", "a string") }
        if let access = AccessLevel(rawValue: word) {
            configuration.shape.access = access
        } else {
            wrong(member.value, "`accessModifier`", "`public`, `package` or `internal`")
        }
    }

    private mutating func filter(_ member: NodeObject.Member) {
        guard let object = member.value.object else { return wrong(member.value, "`filter`", "an object") }
        var selection = Selection()
        for member in object {
            guard let entries = member.value.array else {
                wrong(member.value, "`\(member.key)`", "a list")
                continue
            }
            switch member.key {
            case "operations": selection.include += criteria(.operations, entries)
            case "tags": selection.include += criteria(.tags, entries)
            case "paths": selection.include += criteria(.paths, entries)
            case "schemas": selection.schemas.formUnion(entries.compactMap(\.string))
            default: ignore(member, "Quill does not know it")
            }
        }
        // Schemas alone are wanted without any operation.
        if selection.include.isEmpty, !selection.schemas.isEmpty {
            selection.exclude = [Selection.Criterion(.paths, "**", at: member.keyLocation)]
        }
        configuration.api.selection = selection
    }

    private func criteria(_ kind: Selection.Criterion.Kind, _ entries: [Node]) -> [Selection.Criterion] {
        entries.compactMap { entry in entry.string.map { Selection.Criterion(kind, $0, at: entry.location) } }
    }

    private mutating func names(_ member: NodeObject.Member) {
        guard let object = member.value.object else { return wrong(member.value, "`nameOverrides`", "an object") }
        for member in object {
            guard let name = member.value.string, SwiftName.isIdentifier(name) else {
                wrong(member.value, "`\(member.key)`", "a name in Swift")
                continue
            }
            configuration.names.append(
                Configuration.NameChoice(subject: member.key, name: name, location: member.keyLocation))
        }
    }

    private mutating func ignore(_ member: NodeObject.Member, _ reason: String) {
        faults.append(
            .warning(
                .ignoredSetting, "`\(member.key)` has no effect on Quill", at: member.keyLocation,
                notes: [.init(reason)]))
    }

    private mutating func wrong(_ node: Node, _ noun: String, _ expected: String) {
        let found = node.string.map { "`\($0)`" } ?? node.kindDescription
        faults.append(.error(.wrongType, "\(noun) is \(found), where \(expected) is expected", at: node.location))
    }
}
