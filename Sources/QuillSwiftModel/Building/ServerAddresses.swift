import QuillAPI

/// The servers of the document as configurations of the client: a constant each, or a function where a part of the
/// address is the caller's choice.
struct ServerAddresses {
    private(set) var addresses: [ClientModel.ServerAddress] = []

    /// - Parameter namespace: what the names begin with where several documents share a module: they are members of a
    ///   type that is not the output's own.
    /// - Parameter isComplete: whether an address without a host needs none: it is on the host of the client.
    init(_ servers: [API.Server], namespace: String?, isComplete: Bool = false) {
        var names = Namespace()
        var types = Namespace()
        for server in servers {
            func qualified(_ name: String) -> String {
                guard let namespace else { return name }
                let words = Words(splitting: namespace).words + Words(splitting: name).words
                return Identifier.member(Words(words), orElse: "server")
            }
            let name = names.claim(
                qualified(ServerAddresses.name(server)), qualified(ServerAddresses.hostName(server)))
            addresses.append(ServerAddresses.address(server, name: name, isComplete, &types))
        }
    }

    /// `us` of `us.posthog.com`, all of `api.github.com`.
    private static func name(_ server: API.Server) -> String {
        if let name = server.name { return Identifier.member(Words(splitting: name), orElse: "server") }
        let label = host(server).split(separator: ".").first ?? ""
        let isTelling = !["api", "www", "localhost"].contains(label) && Int(label) == nil
        return isTelling ? Identifier.member(Words(splitting: String(label)), orElse: "server") : hostName(server)
    }

    private static func hostName(_ server: API.Server) -> String {
        Identifier.member(Words(splitting: String(host(server))), orElse: "server")
    }

    private static func host(_ server: API.Server) -> Substring {
        server.url.split(separator: "/").dropFirst(server.url.contains("://") ? 1 : 0).first ?? ""
    }

    private static func address(
        _ server: API.Server, name: String, _ isComplete: Bool, _ types: inout Namespace
    ) -> ClientModel.ServerAddress {
        let isRelative = !server.url.contains("://") && !isComplete
        var parameters: [ClientMethod.Argument] = []
        var enumerations: [ClientModel.ServerAddress.Enumeration] = []
        var labels = Namespace()
        var texts: [String: String] = [:]
        if isRelative {
            parameters.append(ClientMethod.Argument(name: labels.claim("origin"), type: "String", defaultValue: nil))
        }
        for variable in server.variables {
            let words = Words(splitting: variable.name)
            let label = labels.claim(Identifier.member(words, orElse: "variable"))
            // Whatever the document says, its default is possible.
            var values: [String] = []
            for value in variable.allowedValues.isEmpty ? [] : variable.allowedValues + [variable.defaultValue]
            where !values.contains(value) { values.append(value) }
            guard !values.isEmpty else {
                texts[variable.name] = label
                parameters.append(
                    ClientMethod.Argument(
                        name: label, type: "String", defaultValue: SwiftText.literal(variable.defaultValue)))
                continue
            }
            let type = types.claim(
                Identifier.type(Words(Words(splitting: name).words + words.words), orElse: "ServerVariable"))
            var cases = Namespace(reserved: ["allCases", "rawValue", "some", "none"])
            let names = values.map { cases.claim(Identifier.member(Words(splitting: $0), orElse: "empty")) }
            enumerations.append(
                ClientModel.ServerAddress.Enumeration(
                    name: type,
                    comment: SwiftText.commentLines(
                        variable.description ?? "What `\(variable.name)` of a server's address can be."),
                    cases: zip(names, values).map { ($0, SwiftText.literal($1)) }))
            let usual = zip(names, values).first { $0.1 == variable.defaultValue }?.0
            texts[variable.name] = "\(label).rawValue"
            parameters.append(
                ClientMethod.Argument(name: label, type: type, defaultValue: usual.map { "." + $0 }))
        }
        return ClientModel.ServerAddress(
            name: name, isDefault: !isRelative,
            url: expression(server.template, texts, isRelative: isRelative),
            comment: SwiftText.commentLines(server.description ?? server.template), parameters: parameters,
            enumerations: enumerations)
    }

    /// `"https://" + region.rawValue + ".example.com"`
    private static func expression(_ template: String, _ texts: [String: String], isRelative: Bool) -> String {
        var pieces = isRelative ? ["origin"] : []
        var literal = isRelative && !template.hasPrefix("/") ? "/" : ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            literal += rest[..<open]
            if let text = texts[String(rest[rest.index(after: open)..<close])] {
                if !literal.isEmpty { pieces.append(SwiftText.literal(literal)) }
                pieces.append(text)
                literal = ""
            } else {
                literal += rest[open...close]
            }
            rest = rest[rest.index(after: close)...]
        }
        literal += rest
        if !literal.isEmpty || pieces.isEmpty { pieces.append(SwiftText.literal(literal)) }
        return pieces.joined(separator: " + ")
    }
}
