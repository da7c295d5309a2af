import QuillAPI

extension SwiftModelBuilder {
    /// The calls of an earlier output, where nothing else has their names; nil without any.
    func formerCalls(_ root: Group, client: String) -> FormerCallsModel? {
        guard !options.formerCalls.isEmpty else { return nil }
        var calls = FormerCallPlaces(
            reservedTypes: types.all.union(options.enclosing))
        var current: [String: Current] = [:]
        var waiting = [(group: root, type: client, path: [String]())]
        while let (group, type, path) = waiting.popLast() {
            calls.add(
                path, type: type, properties: group.children.map(\.property),
                types: group.children.compactMap(\.typePath.last))
            for (endpoint, constant, methods) in methodsByOperation(group) {
                for method in methods { calls.claim(method.name, in: path) }
                current[endpoint.id] = Current(
                    endpoint: endpoint, constant: constant, names: methods.map(\.name), path: path, type: type)
            }
            waiting += group.children.map { ($0, "\(type).\($0.typePath.last ?? "")", path + [$0.property]) }
        }
        for call in options.formerCalls {
            guard let now = current[call.operation] else { continue }
            let path = call.groups.map(\.property)
            // A group cannot reach the client that it is of.
            guard !now.path.isEmpty || path.isEmpty, calls.open(call.groups) else { continue }
            var namespace = Namespace()
            let methods = operations.methods(now.endpoint, named: call.method, operation: now.constant, &namespace)
            for (method, name) in zip(methods, now.names) where calls.claim(method.name, in: path) {
                let place =
                    path == now.path ? nil : (path: (["client"] + now.path).joined(separator: "."), type: now.type)
                calls.add(FormerCallsModel.Method(method: method, name: name, place: place), in: path)
            }
        }
        return calls.model
    }

    /// A call as it is now.
    private struct Current {
        let endpoint: Endpoint
        let constant: String
        let names: [String]
        let path: [String]
        let type: String
    }
}

/// The groups of a client, those that were and those that are.
private struct FormerCallPlaces {
    private struct Place {
        let type: String
        var taken: Set<String>
        var types: Set<String>
        var methods: [FormerCallsModel.Method] = []
    }

    /// Types that a group would hide.
    let reservedTypes: Set<String>
    private var places: [[String]: Place] = [:]
    private var order: [[String]] = []
    private var groups: [FormerCallsModel.Group] = []

    init(reservedTypes: Set<String>) {
        self.reservedTypes = reservedTypes
    }

    mutating func add(_ path: [String], type: String, properties: [String], types: [String]) {
        places[path] = Place(type: type, taken: Set(properties.map(Self.key)).union(["sender"]), types: Set(types))
        order.append(path)
    }

    /// - Returns: false where the name is something else's.
    @discardableResult
    mutating func claim(_ name: String, in path: [String]) -> Bool {
        places[path]?.taken.insert(Self.key(name)).inserted ?? false
    }

    /// Sees to it that there is the group which some were, from the client inwards.
    ///
    /// - Returns: false where it would have the name of something else.
    mutating func open(_ groups: [FormerCall.Group]) -> Bool {
        for (index, group) in groups.enumerated() {
            let (path, parent) = (groups[...index].map(\.property), groups[..<index].map(\.property))
            if places[path] != nil { continue }
            guard let owner = places[parent]?.type, !reservedTypes.contains(group.type),
                places[parent]?.types.insert(group.type).inserted ?? false, claim(group.property, in: parent)
            else { return false }
            add(path, type: "\(owner).\(group.type)", properties: [], types: [])
            self.groups.append(FormerCallsModel.Group(owner: owner, property: group.property, type: group.type))
        }
        return true
    }

    mutating func add(_ method: FormerCallsModel.Method, in path: [String]) { places[path]?.methods.append(method) }

    /// nil where there is nothing in it.
    var model: FormerCallsModel? {
        let owners = order.compactMap { path in
            places[path].flatMap {
                $0.methods.isEmpty ? nil : FormerCallsModel.Owner(type: $0.type, methods: $0.methods)
            }
        }
        return owners.isEmpty ? nil : FormerCallsModel(groups: groups, owners: owners)
    }

    /// With and without backticks it is one name.
    private static func key(_ name: String) -> String { name.filter { $0 != "`" } }
}
