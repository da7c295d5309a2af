// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import PostHogRuntime

/// Which route answers a method and a path, and which methods a path has.
nonisolated struct RouteTable: Sendable {
    /// What a request's method and path lead to.
    enum Match {
        /// The route, and all methods of its path for `Allow`.
        case route(Int, parameters: [SentItem], allowed: [HTTPMethod])
        /// The path is known, the method is not one of `allowed`.
        case otherMethods(allowed: [HTTPMethod])
        case unknownPath
    }

    private struct Path: Sendable {
        var methods: [(method: HTTPMethod, route: Int)] = []
    }

    private let trie: RouteTrie
    private let paths: [Path]
    /// For each route the names of its path parameters: `/a/{id}` and `/a/{name}` share a place in the tree.
    private let parameterNames: [[String]]

    /// Builds the table once. Of two operations with one method and one shape of path the first counts.
    init(operations: [OperationInfo], basePath: String) {
        var builder = RouteTrieBuilder()
        var paths: [Path] = []
        var parameterNames: [[String]] = []
        for (route, operation) in operations.enumerated() {
            let template = PathTemplate(basePath + operation.path)
            let path = builder.insert(template, value: paths.count)
            if path == paths.count { paths.append(Path()) }
            parameterNames.append(template.parameters)
            if !paths[path].methods.contains(where: { $0.method == operation.method }) {
                paths[path].methods.append((operation.method, route))
            }
        }
        trie = RouteTrie(builder)
        self.paths = paths
        self.parameterNames = parameterNames
    }

    /// The number of segments of the longest template: no request needs more of them read.
    var maximumSegments: Int { trie.depth }

    /// Finds the route. The path decides before the method does (OpenAPI §4.8.8: fixed paths are matched before
    /// templated ones), and HEAD is answered by GET where it has no route of its own.
    func match(_ method: HTTPMethod, _ path: RequestPath) -> Match {
        guard let found = trie.match(path) else { return .unknownPath }
        let methods = paths[found.value].methods + (found.slashedValue.map { paths[$0].methods } ?? [])
        let answering =
            methods.first { $0.method == method } ?? (method == .head ? methods.first { $0.method == .get } : nil)
        guard let answering else { return .otherMethods(allowed: Self.allowed(methods.map(\.method))) }
        let values = zip(parameterNames[answering.route], found.captures).map {
            SentItem(name: $0, encoded: $1)
        }
        return .route(answering.route, parameters: values, allowed: Self.allowed(methods.map(\.method)))
    }

    /// The methods for `Allow`: what is answered for them, HEAD and OPTIONS included.
    private static func allowed(_ methods: [HTTPMethod]) -> [HTTPMethod] {
        var allowed: [HTTPMethod] = []
        for method in methods + (methods.contains(.get) ? [.head] : []) + [.options] where !allowed.contains(method) {
            allowed.append(method)
        }
        return allowed
    }
}
