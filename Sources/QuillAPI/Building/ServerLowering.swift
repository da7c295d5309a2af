import QuillOpenAPI

extension API.Server {
    init(_ server: OpenAPI.Server) {
        self.init(
            url: server.address, template: server.url, name: server.name, description: server.description,
            variables: server.variables.filter { server.url.contains("{\($0.key)}") }.map { variable in
                Variable(
                    name: variable.key, defaultValue: variable.value.defaultValue,
                    allowedValues: variable.value.allowedValues, description: variable.value.description)
            })
    }
}

extension OpenAPI.Server {
    /// The address with the default of each variable (OpenAPI 3.1 §4.8.6).
    var address: String {
        guard url.contains("{") else { return url }
        return variables.reduce(url) { address, variable in
            var pieces = address[...]
            var filled = ""
            let name = "{\(variable.key)}"
            while let open = pieces.firstIndex(of: "{"), let close = pieces[open...].firstIndex(of: "}") {
                filled += pieces[..<open]
                let part = pieces[open...close]
                filled += part == name ? variable.value.defaultValue[...] : part
                pieces = pieces[pieces.index(after: close)...]
            }
            return filled + pieces
        }
    }
}
