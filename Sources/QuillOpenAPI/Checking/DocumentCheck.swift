import QuillDiagnostics

/// What only shows in the whole document: names that must be unique, and names that must exist.
struct DocumentCheck {
    private let document: OpenAPI.Document
    private var faults: [Diagnostic] = []
    private var operationLocations: [String: SourceLocation] = [:]
    private var callbacksChecked: Set<OpenAPI.Identity> = []

    private init(_ document: OpenAPI.Document) {
        self.document = document
    }

    static func faults(in document: OpenAPI.Document) -> [Diagnostic] {
        var check = DocumentCheck(document)
        check.checkPaths()
        for webhook in document.webhooks { check.check(webhook.value) }
        for item in document.components.pathItems { check.checkParameters(of: item.value) }
        check.checkSecurity(document.security ?? [])
        check.checkTags()
        return check.faults + SchemaCycles.faults(in: document.schemas)
    }

    // MARK: Paths

    private mutating func checkPaths() {
        var shapes: [String: [OpenAPI.Map<OpenAPI.PathItem>.Entry]] = [:]
        for path in document.paths {
            check(path.value)
            guard let template = OpenAPI.PathTemplate(path.key) else {
                faults.append(
                    .error(
                        .malformedTemplate, "the braces of the path `\(path.key)` do not match", at: path.keyLocation,
                        notes: [.init("a parameter is written `{name}`")]))
                continue
            }
            checkTemplate(template, of: path)
            for other in shapes[template.shape] ?? [] { checkAmbiguity(path, other) }
            shapes[template.shape, default: []].append(path)
        }
    }

    /// Two templates that differ in the names of their parameters only are the same path (OpenAPI 3.1 §4.8.8.2). A
    /// client can call both all the same, so this is no error; a server has to decide.
    private mutating func checkAmbiguity(
        _ path: OpenAPI.Map<OpenAPI.PathItem>.Entry, _ other: OpenAPI.Map<OpenAPI.PathItem>.Entry
    ) {
        let methods = Set(other.value.operations.map(\.method))
        let shared = path.value.operations.first { methods.contains($0.method) }
        faults.append(
            .warning(
                .ambiguousPath,
                "no request can tell `\(path.key)` from `\(other.key)`"
                    + (shared.map { ", and both have \($0.method)" } ?? ""),
                at: path.keyLocation, notes: [.init("`\(other.key)` stands here", at: other.keyLocation)]))
    }

    private mutating func checkTemplate(
        _ template: OpenAPI.PathTemplate, of path: OpenAPI.Map<OpenAPI.PathItem>.Entry
    ) {
        for operation in path.value.operations {
            for name in path.value.undeclaredNames(of: operation, in: template) {
                faults.append(
                    .warning(
                        .undeclaredPathParameter,
                        "\(operation.method) `\(path.key)` has no parameter for `{\(name)}`; it is taken for a text",
                        at: operation.location,
                        notes: [.init("add a parameter with `name: \(name)` and `in: path`")]))
            }
        }
    }

    // MARK: Operations

    private mutating func check(_ item: OpenAPI.PathItem) {
        checkParameters(of: item)
        for operation in item.operations {
            checkSecurity(operation.security ?? [])
            checkIdentifier(of: operation)
            for callback in operation.callbacks.lazy.map(\.value) {
                // Once each: callbacks that contain callbacks can be reached in very many ways.
                if let identity = callback.identity, !callbacksChecked.insert(identity).inserted { continue }
                for path in callback.paths { check(path.value) }
            }
        }
    }

    private mutating func checkParameters(of item: OpenAPI.PathItem) {
        checkRepetition(in: item.parameters)
        for operation in item.operations {
            checkRepetition(in: operation.parameters)
            if (item.parameters + operation.parameters).contains(where: { $0.place == .querystring }) {
                checkWholeQuery(in: item.parameters(of: operation))
            }
        }
    }

    /// What is the whole query leaves no place for a part of it, nor for another whole (OpenAPI 3.2 §4.12.1).
    private mutating func checkWholeQuery(in parameters: [OpenAPI.Parameter]) {
        guard let whole = parameters.first(where: { $0.place == .querystring }) else { return }
        for other in parameters where other.place == .query || other.place == .querystring {
            guard other.location != whole.location else { continue }
            faults.append(
                .error(
                    .querystringAndQuery,
                    "the parameter `\(whole.name)` is the whole query, so `\(other.name)` has no place in it",
                    at: other.location, notes: [.init("it stands here", at: whole.location)]))
        }
    }

    private mutating func checkRepetition(in parameters: [OpenAPI.Parameter]) {
        for (index, parameter) in parameters.enumerated() {
            guard let first = parameters[..<index].first(where: { $0.overrides(parameter) }) else { continue }
            faults.append(
                .error(
                    .duplicateParameter,
                    "the parameter `\(parameter.name)` in \(parameter.place.rawValue) stands twice in one list",
                    at: parameter.location, notes: [.init("it stands here first", at: first.location)]))
        }
    }

    /// The same operation can be reached twice, by references to its path item or callback; that is no repetition.
    private mutating func checkIdentifier(of operation: OpenAPI.Operation) {
        guard let name = operation.operationID else { return }
        guard let first = operationLocations[name] else {
            operationLocations[name] = operation.location
            return
        }
        guard first != operation.location else { return }
        faults.append(
            .warning(
                .duplicateOperationID,
                "the operation id `\(name)` is taken; this operation is named after its path", at: operation.location,
                notes: [.init("it is taken here", at: first)]))
    }

    // MARK: Security and tags

    private mutating func checkSecurity(_ requirements: [OpenAPI.SecurityRequirement]) {
        let schemes = document.components.securitySchemes
        let section = document.version == .v2_0 ? "securityDefinitions" : "components.securitySchemes"
        for requirement in requirements.lazy.flatMap(\.schemes) where schemes[requirement.name] == nil {
            let near = Spelling.nearest(to: requirement.name, among: schemes.lazy.map(\.key))
            faults.append(
                .error(
                    .undefinedSecurityScheme,
                    "`\(section)` has no scheme `\(requirement.name)`", at: requirement.location,
                    notes: [.init(near.map { "did you mean `\($0)`?" } ?? "define it there")]))
        }
        for requirement in requirements.lazy.flatMap(\.schemes) {
            guard case .oauth2(let flows) = schemes[requirement.name]?.kind else { continue }
            let known = flows.flatMap(\.scopes.keys)
            for scope in requirement.scopes where !known.contains(scope.name) {
                let near = Spelling.nearest(to: scope.name, among: known)
                faults.append(
                    .warning(
                        .undefinedScope, "no flow of `\(requirement.name)` has the scope `\(scope.name)`",
                        at: scope.location, notes: near.map { [.init("did you mean `\($0)`?")] } ?? []))
            }
        }
    }

    private mutating func checkTags() {
        var locations: [String: SourceLocation] = [:]
        for tag in document.tags {
            if let first = locations[tag.name] {
                faults.append(
                    .warning(
                        .duplicateTag, "the tag `\(tag.name)` is described twice", at: tag.location,
                        notes: [.init("it is described here first", at: first)]))
            } else {
                locations[tag.name] = tag.location
            }
        }
        checkTagParents()
    }

    /// OpenAPI 3.2 §4.22.1: a parent exists, and no tag is its own ancestor.
    private mutating func checkTagParents() {
        let tags = Dictionary(document.tags.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let names = document.tags.map(\.name)
        // Those whose ancestors have been looked at, so that no way is gone twice.
        var finished: Set<String> = []
        for tag in document.tags {
            var path: Set<String> = []
            var current = tag
            while !finished.contains(current.name), let parent = current.parent, let next = tags[parent] {
                guard path.insert(current.name).inserted else {
                    faults.append(
                        .error(.tagCycle, "the tag `\(current.name)` is a part of itself", at: current.location))
                    break
                }
                current = next
            }
            finished.formUnion(path)
            finished.insert(tag.name)
            if let parent = tag.parent, tags[parent] == nil {
                let near = Spelling.nearest(to: parent, among: names)
                faults.append(
                    .error(
                        .undefinedTag, "`tags` has no tag `\(parent)`, which `\(tag.name)` is to be a part of",
                        at: tag.location, notes: [.init(near.map { "did you mean `\($0)`?" } ?? "add it to `tags`")]))
            }
        }
    }
}
