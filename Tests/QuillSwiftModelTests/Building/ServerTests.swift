import QuillSwiftModel
import Testing

@Suite("Servers as configurations")
struct ServerTests {
    /// `production(region: ProductionRegion = .us) "https://" + region.rawValue` of each server, one on a line.
    private func servers(_ text: String) throws -> [String] {
        let model = try ModelText(
            """
            openapi: 3.2.0
            info: {title: T, version: "1"}
            servers: [\(text)]
            paths: {}
            """
        ).model
        return model.files.flatMap(\.contents).flatMap { content -> [String] in
            guard case .client(let client) = content else { return [] }
            return client.servers.map { server in
                let parameters = server.parameters.map { parameter in
                    "\(parameter.name): \(parameter.type)\(parameter.defaultValue.map { " = \($0)" } ?? "")"
                }
                return "\(server.name)(\(parameters.joined(separator: ", "))) \(server.url)"
            }
        }
    }

    @Test(arguments: [
        ("{url: 'https://us.example.com/v1'}", #"us() "https://us.example.com/v1""#),
        ("{url: 'https://api.example.com', name: Main one}", #"mainOne() "https://api.example.com""#),
        ("{url: /v1}", #"v1(origin: String) origin + "/v1""#),
        ("{url: v1}", #"v1(origin: String) origin + "/v1""#),
        (
            "{url: 'https://{host}:{port}', name: a, variables: {host: {default: x.com}, port: {default: '1', enum: ['1', '2']}}}",
            #"a(host: String = "x.com", port: APort = .v1) "https://" + host + ":" + port.rawValue"#
        ),
        (
            "{url: '{scheme}://a.x', name: a, variables: {scheme: {default: http, enum: [https, http]}}}",
            #"a(scheme: AScheme = .http) scheme.rawValue + "://a.x""#
        ),
        (
            "{url: '/{origin}', name: a, variables: {origin: {default: '\"'}, unused: {default: x}}}",
            #"a(origin: String, origin2: String = "\"") origin + "/" + origin2"#
        ),
    ])
    func takeWhatTheirAddressLeavesOpen(server: String, expected: String) throws {
        #expect(try servers(server) == [expected])
    }
}

@Suite("Names of operations that spell alike")
struct OperationNameTests {
    private func names(_ ids: [(id: String, path: String)]) throws -> [String: String] {
        let model = try ModelText.operations(
            ids.map { "\($0.path): {get: {operationId: \($0.id), responses: {'204': {description: Done.}}}}" })
        return Dictionary(zip(ids.map(\.id), model.methodNames), uniquingKeysWith: { first, _ in first })
    }

    @Test func doNotDependOnTheirOrder() throws {
        let ids = [("get-pet", "/a/b"), ("getPet", "/c"), ("get_pet", "/d/e")]
        let found = try names(ids)
        #expect(found == ["get-pet": "getAB", "getPet": "getPet", "get_pet": "getDE"])
        #expect(try names(ids.reversed()) == found)
    }
}
