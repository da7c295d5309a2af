import QuillAPI
import QuillDiagnostics
import QuillParallel

/// Decides what an API becomes in Swift: every name, type, text and file.
public struct SwiftModelBuilder {
    let api: API
    let options: SwiftOptions
    let types: TypeNames
    let scopes: ScopeNames
    let operations: OperationBuilder
    private var faults: [Diagnostic] = []
    private var fileNames = FileNames()

    /// - Returns: the model, and the warnings met on the way.
    /// - Throws: everything that cannot be expressed.
    public static func build(
        _ api: API, options: SwiftOptions
    ) throws(DiagnosticsError) -> (model: SwiftPackageModel, warnings: [Diagnostic]) {
        var builder = SwiftModelBuilder(api: api, options: options)
        let model = builder.build()
        builder.faults += builder.takenNames()
        if builder.faults.contains(where: { $0.severity == .error }) { throw DiagnosticsError(builder.faults) }
        return (model, builder.faults)
    }

    /// What everything would be called.
    public static func names(_ api: API, options: SwiftOptions) -> SwiftNames {
        var builder = SwiftModelBuilder(api: api, options: options)
        return builder.names()
    }

    private mutating func names() -> SwiftNames {
        var names = SwiftNames()
        names.webhooks = ["Sender", "Server", "Service"].map { "\(options.name)Webhook\($0)" }
        for schema in api.schemas { names.schemas[schema.id] = types.name(of: schema.id) }
        var namespace = Namespace(reserved: ["all"])
        let root = groupTree(operations.constantNames(api.endpoints, &namespace))
        var waiting = [root]
        while let group = waiting.popLast() {
            waiting += group.children
            if let type = group.typePath.last {
                names.groups.append(.init(path: group.path, property: group.property, type: type))
            }
            for (endpoint, constant, methods) in methodsByOperation(group) {
                let types = [operations.answerNames[endpoint.id], operations.bodyNames[endpoint.id]]
                names.operations.append(
                    .init(
                        id: endpoint.id, group: group.path, methods: methods.map(\.name), constant: constant,
                        types: types.compactMap { $0 }))
            }
        }
        return names
    }

    /// How types of an API are spelled in its output: `[Pet]`, `String?`.
    public static func spellings(_ api: API, options: SwiftOptions) -> (TypeUse) -> String {
        let types = SwiftModelBuilder(api: api, options: options).types
        return { types.nullableSpelling($0) }
    }

    private init(api: API, options: SwiftOptions) {
        self.api = api
        self.options = options
        scopes = ScopeNames(api)
        let ownNames = ["Client", "Server", "Service", "WebhookSender", "WebhookServer", "WebhookService"].map {
            options.name + $0
        }
        let types = TypeNames(
            api.schemas,
            reserved: Set(ownNames + scopes.model.schemes.map { "Any" + $0.typeName } + ["AnyCredentials"])
                .union(options.enclosing),
            overrides: options.schemaNames, schemes: api.schemes, exactDates: options.exactDates)
        self.types = types
        var answers = Namespace(reserved: types.all)
        var answerNames: [String: String] = [:]
        var bodyNames: [String: String] = [:]
        let wanted = (api.endpoints + api.sent.map(\.endpoint)).concurrentMap { endpoint in
            let words = Words(splitting: endpoint.id).words
            func name(_ last: String...) -> String { Identifier.type(Words(words + last), orElse: "Answer") }
            return (id: endpoint.id, answer: name("answer"), bodies: [name("body"), name("request", "body")])
        }
        for (id, answer, bodies) in wanted {
            answerNames[id] = answers.claim(answer)
            bodyNames[id] = answers.claim(bodies)
        }
        let schemas = Dictionary(api.schemas.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        operations = OperationBuilder(
            types: types, scopes: scopes, rules: RuleBuilder(schemas: schemas), options: options,
            schemaDescriptions: Dictionary(
                api.schemas.compactMap { schema in schema.description.map { (schema.id, $0) } },
                uniquingKeysWith: { first, _ in first }),
            servers: api.servers.map(\.url),
            answerNames: answerNames, bodyNames: bodyNames,
            sent: Dictionary(
                api.sent.map { ($0.endpoint.id, $0.occasion) }, uniquingKeysWith: { first, _ in first }),
            headers: HeaderNames(
                api.endpoints + api.sent.map(\.endpoint), types, notes: NoteComments(schemas: schemas),
                reserved: types.all.union(answerNames.values)),
            ownServers: OperationServers(
                api.endpoints,
                reserved: types.all.union(ownNames).union(answerNames.values).union(bodyNames.values)
                    .union(options.enclosing)))
    }

    private mutating func build() -> SwiftPackageModel {
        let modules = SwiftPackageModel.Modules(name: options.name)
        var namespace = Namespace(reserved: ["all"])
        let constants = operations.constantNames(api.endpoints, &namespace)
        let webhooks = WebhookFiles(api: api, operations: operations, name: options.name, &namespace)
        let groups = groupTree(constants)
        var files: [SwiftFile] = [
            SwiftFile(path: "Package.swift", content: .manifest),
            SwiftFile(path: "README.md", content: .readme(readme(groups))),
            SwiftFile(
                path: "Sources/\(modules.models)/Operations.swift",
                content: .operations(
                    zip(api.endpoints, constants).map { operations.constant($0, name: $1) } + webhooks.constants)),
            SwiftFile(path: "Sources/\(modules.models)/Scopes.swift", content: .scopes(scopes.model)),
            SwiftFile(path: "Sources/\(modules.models)/Exports.swift", content: .exports([modules.runtime])),
            SwiftFile(
                path: "Sources/\(modules.client)/Exports.swift",
                content: .exports([modules.clientRuntime, modules.models])),
            SwiftFile(
                path: "Sources/\(modules.server)/Exports.swift",
                content: .exports([modules.models, modules.serverRuntime])),
        ]
        if !scopes.model.schemes.isEmpty {
            files.append(SwiftFile(path: "Sources/\(modules.client)/Access.swift", content: .access(scopes.model)))
        }
        files += schemaFiles(modules)
        let answers = (api.endpoints + api.sent.map(\.endpoint)).compactMap(operations.answerType)
        if !answers.isEmpty {
            files.append(
                SwiftFile(path: "Sources/\(modules.models)/Answers.swift", contents: answers.map { .answer($0) }))
        }
        let aliases = formerNames(besides: answers.map(\.name) + operations.headers.structs.map(\.name))
        if !aliases.isEmpty {
            files.append(
                SwiftFile(path: "Sources/\(modules.models)/FormerNames.swift", content: .formerNames(aliases)))
        }
        if !operations.headers.structs.isEmpty {
            files.append(
                SwiftFile(
                    path: "Sources/\(modules.models)/Headers.swift",
                    contents: operations.headers.structs.map { .headers($0) }))
        }
        let bodies = (api.endpoints + api.sent.map(\.endpoint)).compactMap(operations.bodyType)
        if !bodies.isEmpty {
            files.append(
                SwiftFile(path: "Sources/\(modules.models)/Bodies.swift", contents: bodies.map { .body($0) }))
        }
        if !operations.ownServers.structs.isEmpty {
            files.append(
                SwiftFile(
                    path: "Sources/\(modules.client)/Servers.swift",
                    contents: operations.ownServers.structs.map { .servers($0) }))
        }
        files += clientFiles(groups, modules)
        if let former = formerCalls(groups, client: modules.client) {
            files.append(
                SwiftFile(path: "Sources/\(modules.client)/FormerCalls.swift", content: .formerCalls(former)))
        }
        files += serverFiles(groups, modules)
        files += webhooks.files(modules)
        return SwiftPackageModel(
            name: options.name, title: SwiftText.commentLines(api.title).joined(separator: " "),
            version: SwiftText.commentLines(api.version).joined(separator: " "), modules: modules,
            // Where the names of files must not depend on the document, those of the runtime do not either.
            runtimeParts: options.shards == nil
                ? RuntimeParts(api.endpoints + api.sent.map(\.endpoint), files, exactDates: options.exactDates).needed
                : Set(RuntimePart.allCases),
            files: options.shards.map { Shards(count: $0).combined(files) } ?? files)
    }

    // MARK: Names

    /// Earlier names that nothing else has now.
    private func formerNames(besides answers: [String]) -> [TypeAlias] {
        if options.formerNames.isEmpty { return [] }
        var taken = Set(api.schemas.flatMap { [types.name(of: $0.id), types.valuesName(of: $0.id)] } + answers)
        let known = Set(api.schemas.map(\.id))
        return options.formerNames.filter { known.contains($0.schema) && taken.insert($0.old).inserted }
            .map { TypeAlias(name: $0.old, target: types.name(of: $0.schema)) }
    }

    /// Names that the document chooses, and that something else has already.
    private mutating func takenNames() -> [Diagnostic] {
        let check = PreferredNameCheck(
            api: api, options: options,
            declarations: DeclarationBuilder(
                names: types, pages: [:], rules: operations.rules, given: options.memberNames,
                keepsUnknown: options.keepsUnknownMembers),
            operations: operations)
        return check.isNeeded ? check.faults(names()) : []
    }

    // MARK: Models

    /// Components with the schemas written inline in them, a file for those that go together by name.
    private mutating func schemaFiles(_ modules: SwiftPackageModel.Modules) -> [SwiftFile] {
        var pages: [SchemaID: Pagination] = [:]
        for endpoint in api.endpoints {
            if let pagination = endpoint.pagination { pages[pagination.page] = pagination }
        }
        let builder = DeclarationBuilder(
            names: types, pages: pages, rules: operations.rules, given: options.memberNames,
            keepsUnknown: options.keepsUnknownMembers)
        var order: [String] = []
        var declarations: [String: [Declaration]] = [:]
        var roots: [String: SchemaID] = [:]
        // Components are declared rather than what is written inside of others.
        let ranked = api.schemas.enumerated().map { (id: $1.id, position: $0) }
            .sorted { ($0.id.words.count, $0.id) < ($1.id.words.count, $1.id) }
        let shared = SharedDeclarations.shared(
            ranked.concurrentMap { [api] in builder.declaration(api.schemas[$0.position]) },
            named: ranked.count { $0.id.words.count == 1 },
            nullable: Set(ranked.indices.filter { api.schemas[ranked[$0].position].isNullable }))
        if options.separatesTypes { return shared.map { schemaFile($0.name, [$0], modules) } }
        for (rank, id) in ranked.map(\.id).enumerated().sorted(by: { $0.element < $1.element }) {
            let declaration = shared[rank]
            let root = id.words.first ?? ""
            if declarations[root] == nil {
                order.append(root)
                roots[root] = id
            }
            declarations[root, default: []].append(declaration)
        }
        let named = order.map { root in
            let name = roots[root].map { $0.words.count == 1 ? types.name(of: $0) : Words(splitting: root).upperCamel }
            let members = declarations[root] ?? []
            return (name: name ?? root, size: members.count, member: members)
        }
        return WordGroups(named).groups.map { schemaFile($0.name, Array($0.members.joined()), modules) }
    }

    private mutating func schemaFile(
        _ name: String, _ declarations: [Declaration], _ modules: SwiftPackageModel.Modules
    ) -> SwiftFile {
        SwiftFile(
            path: fileNames.path("Sources/\(modules.models)/Schemas", name, orElse: name + "Schema"),
            contents: declarations.map { .declaration($0) })
    }

    // MARK: Groups

    /// A group with what is in it. The root is the client itself.
    struct Group {
        let path: [String]
        /// The names of the types from the client inwards.
        let typePath: [String]
        let property: String
        let description: String?
        var children: [Group] = []
        var endpoints: [(endpoint: Endpoint, constant: String)] = []

        /// `EnvironmentsDatasets`
        var flatName: String { typePath.joined() }
    }

    private func groupTree(_ constants: [String]) -> Group {
        let members = Dictionary(grouping: zip(api.endpoints, constants)) { $0.0.group }
        func filled(_ empty: Group) -> Group {
            var group = empty
            var typeNames = Namespace(reserved: types.all.union(options.enclosing))
            var properties = Namespace(reserved: ["sender"])
            let children = api.groups.filter {
                $0.path.count == group.path.count + 1 && $0.path.starts(with: group.path)
            }
            let chosen = properties.claim(
                chosen: children.map { options.memberNames.group($0).map(Identifier.lowerFirst) })
            for (position, child) in children.enumerated() {
                let words = Words(splitting: child.path.last ?? "")
                let name =
                    options.memberNames.group(child).map { Identifier.type(given: Identifier.upperFirst($0)) }
                    ?? Identifier.type(words, orElse: "Group")
                group.children.append(
                    filled(
                        Group(
                            path: child.path, typePath: group.typePath + [typeNames.claim(name, name + "Group")],
                            property: chosen[position]
                                ?? properties.claim(Identifier.member(words, orElse: "group")),
                            description: child.description)))
            }
            group.endpoints = (members[group.path] ?? []).map { ($0.0, $0.1) }
            return group
        }
        return filled(Group(path: [], typePath: [], property: "", description: nil))
    }

    func comment(_ group: Group) -> [String] {
        SwiftText.commentLines(group.description ?? "The operations of \(group.path.joined(separator: ", ")).")
    }

    // MARK: Client

    private mutating func clientFiles(_ root: Group, _ modules: SwiftPackageModel.Modules) -> [SwiftFile] {
        let name = modules.client
        let client = ClientModel(
            name: name, comment: SwiftText.commentLines("A client of the \(api.title), version \(api.version)."),
            scopes: scopes.model, hasOpenCalls: api.endpoints.contains { scopes.requirements($0.security).isEmpty },
            servers: ServerAddresses(api.servers, namespace: options.namespace).addresses,
            groups: references(root), methods: methods(root))
        var files = [SwiftFile(path: "Sources/\(modules.client)/\(name).swift", content: .client(client))]
        func add(_ group: Group, owner: String) {
            for child in group.children {
                let childName = child.typePath.last ?? ""
                let file = child.flatName.hasSuffix("Group") ? child.flatName : child.flatName + "Group"
                files.append(
                    SwiftFile(
                        path: fileNames.path("Sources/\(modules.client)/Groups", file, orElse: file),
                        content: .clientGroup(
                            ClientGroup(
                                owner: owner, name: childName, comment: comment(child), groups: references(child),
                                methods: methods(child)))))
                add(child, owner: "\(owner).\(childName)")
            }
        }
        add(root, owner: name)
        return files
    }

    private func references(_ group: Group) -> [GroupReference] {
        group.children.map {
            GroupReference(property: $0.property, type: $0.typePath.last ?? "", comment: comment($0))
        }
    }

    private func methods(_ group: Group) -> [ClientMethod] {
        callsByOperation(group).flatMap { $0 }.concurrentMap { [operations] in operations.method($0) }
    }

    func methodsByOperation(
        _ group: Group
    ) -> [(endpoint: Endpoint, constant: String, methods: [ClientMethod])] {
        zip(group.endpoints, callsByOperation(group)).map { member, calls in
            (member.endpoint, member.constant, calls.map(operations.method))
        }
    }

    private func callsByOperation(_ group: Group) -> [[OperationBuilder.Call]] {
        var namespace = Namespace(reserved: Set(group.children.map(\.property)).union(["sender"]))
        let names = operations.methodNames(group.endpoints.map(\.endpoint), &namespace)
        return zip(group.endpoints, names).map { member, name in
            operations.calls(member.endpoint, named: name, operation: member.constant, &namespace)
        }
    }

    // MARK: Server

    private mutating func serverFiles(_ root: Group, _ modules: SwiftPackageModel.Modules) -> [SwiftFile] {
        var files: [SwiftFile] = []
        var groups: [ServerModel.Group] = []
        func add(_ group: Group) {
            if !group.endpoints.isEmpty {
                let name = group.flatName.isEmpty ? options.name + "Root" : group.flatName
                // All groups together have the name of the document.
                let flat = name == options.name ? name + "Group" : name
                let service = ServiceGroup(
                    protocolName: flat + "Service", routesName: Identifier.lowerFirst(flat) + "Routes",
                    server: modules.server,
                    comment: group.path.isEmpty ? ["The operations without a group."] : comment(group),
                    methods: group.endpoints.concurrentMap { [operations] in
                        operations.handler($0.endpoint, name: $0.constant, operation: $0.constant)
                    })
                groups.append(
                    ServerModel.Group(
                        protocolName: service.protocolName, routesName: service.routesName, comment: service.comment))
                files.append(
                    SwiftFile(
                        path: fileNames.path(
                            "Sources/\(modules.server)/Services", flat + "Service", orElse: flat + "Service"),
                        content: .service(service)))
                files.append(
                    SwiftFile(
                        path: fileNames.path(
                            "Sources/\(modules.server)/Services", flat + "Examples", orElse: flat + "Examples"),
                        content: .examples(service)))
            }
            for child in group.children { add(child) }
        }
        add(root)
        let server = ServerModel(
            name: modules.server, service: options.name + "Service", title: SwiftText.commentLines(api.title),
            serviceGroups: groups, schemes: scopes.model.schemes)
        return [
            SwiftFile(path: "Sources/\(modules.server)/\(modules.server).swift", content: .server(server)),
            SwiftFile(path: "Sources/\(modules.server)/ExampleService.swift", content: .exampleService(server)),
        ] + files
    }
}

/// File names, each once in a module: two files of one name do not compile together.
private struct FileNames {
    private var taken: [String: Set<String>] = [:]

    mutating func path(_ folder: String, _ name: String, orElse other: String) -> String {
        let module = folder.split(separator: "/").prefix(2).joined(separator: "/")
        let reserved: Set<String> = [
            "operations", "scopes", "exports", "formernames", "formercalls", "access", "answers", "bodies", "headers",
            "exampleservice",
            "webhooksender", "webhookservice",
        ]
        for candidate in [name, other] where !reserved.contains(candidate.lowercased()) {
            if taken[module, default: []].insert(candidate.lowercased()).inserted {
                return "\(folder)/\(candidate).swift"
            }
        }
        var number = 2
        while !taken[module, default: []].insert("\(other)\(number)".lowercased()).inserted { number += 1 }
        return "\(folder)/\(other)\(number).swift"
    }
}
