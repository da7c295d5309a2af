import Foundation
import QuillRuntime

/// One call of an operation: its arguments, each put where the document says it travels.
///
///     var request = OperationRequest(Operation.environmentsDatasetsList)
///     request.path("project_id", projectID)
///     request.query("id__in", idIn, style: .form, explode: false)
///
/// Nothing here throws: an argument that cannot be sent is noted, and whoever sends the request throws it.
public nonisolated struct OperationRequest: Sendable {
    public let operation: OperationInfo
    var pathTexts: [String: String] = [:]
    var queryTexts: [(name: String, text: String)] = []
    var fields = HTTPFields()
    var body = HTTPBody()
    /// Holds the body to what the document says of it.
    var bodyCheck: (@Sendable () throws(JSONError) -> Void)?
    /// Each finds out what is wrong with a parameter, if anything.
    var parameterChecks: [@Sendable () -> (name: String, fault: String)?] = []
    private var firstFault: ClientError?
    /// The server that the operation has of its own, and those that the others have.
    private(set) var server: URL?
    private(set) var usualServers: [URL] = []
    /// Where the request goes that has no place among the paths of a server.
    private(set) var destination: URL?

    public init(_ operation: OperationInfo) {
        self.operation = operation
    }

    /// A webhook or a callback, which goes to the address that its receiver gave.
    public init(_ operation: OperationInfo, to url: URL) {
        self.operation = operation
        destination = url
    }

    /// Sends the operation to a server of its own (OpenAPI 3.1 §4.8.10.1), where the client is configured with one of
    /// the document's usual servers; a client configured otherwise sends everything there.
    public mutating func server(_ address: String, insteadOf usual: [String]) {
        server = URL(string: address)
        usualServers = usual.compactMap { URL(string: $0) }
    }

    // MARK: What is sent

    /// The path and query: `/api/environments/1/datasets/?limit=10`.
    /// - Throws: the first fault noted; a fault of the path parameter that would lead to another path.
    func target() throws(ClientError) -> String {
        if let firstFault { throw firstFault }
        let query = queryTexts.map(\.text).joined(separator: "&")
        if let destination {
            guard let target = ServerOrigin(destination)?.target(of: destination, exactly: true) else {
                throw fault(.invalidServer)
            }
            return query.isEmpty ? target : target + (target.contains("?") ? "&" : "?") + query
        }
        var path = ""
        for segment in operation.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            path += "/" + (try expanded(segment))
        }
        if path.isEmpty { path = "/" }
        return query.isEmpty ? path : path + "?" + query
    }

    private func expanded(_ segment: Substring) throws(ClientError) -> String {
        var (text, rest) = ("", segment)
        var lastName: String?
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            guard let value = pathTexts[name] else { throw parameterFault(name, "the path needs it") }
            text += rest[..<open] + value
            rest = rest[rest.index(after: close)...]
            lastName = name
        }
        text += rest
        // Such a segment would lead to another operation, or be resolved away on the way to the server.
        if let lastName, text.isEmpty || text == "." || text == ".." {
            throw parameterFault(lastName, "\"\(text)\" would change the path")
        }
        return text
    }

    /// The query parameter of that name as a number.
    func integer(_ name: String) -> Int? {
        let prefix = PercentEncoding.unreserved.encode(name) + "="
        return queryTexts.last { $0.name == name }.flatMap { Int($0.text.dropFirst(prefix.count)) }
    }

    /// Replaces a query parameter.
    mutating func set(_ name: String, to value: Int) {
        queryTexts.removeAll { $0.name == name }
        query(name, value)
    }

    func fault(_ reason: ClientError.Reason) -> ClientError {
        ClientError(operationID: operation.id, reason: reason)
    }

    private func parameterFault(_ name: String, _ reason: String) -> ClientError {
        fault(.invalidParameter(name: name, reason: reason))
    }

    mutating func note(_ name: String, _ reason: String) {
        firstFault = firstFault ?? parameterFault(name, reason)
    }
}

nonisolated extension HTTPRequest {
    /// Sets a query parameter, in place of any of that name.
    mutating func setQuery(_ name: String, to value: String) {
        let pair = ParameterStyle.form.text(of: .text(value), named: name, explode: false)
        let prefix = pair.prefix { $0 != "=" } + "="
        let others = (query ?? "").split(separator: "&").filter { !$0.hasPrefix(prefix) }
        target = path + "?" + (others + [pair[...]]).joined(separator: "&")
    }
}

nonisolated extension HTTPFields {
    /// Adds a cookie, `name=value`, to those already there.
    mutating func addCookie(_ pair: Substring) {
        self["Cookie"] = self["Cookie"].map { "\($0); \(pair)" } ?? String(pair)
    }
}

// What a request carries. Nil sends no body.
nonisolated extension OperationRequest {
    /// A JSON body.
    public mutating func body<T: JSONRepresentable>(json value: T, contentType: String = "application/json") {
        let (bytes, rule) = (value.jsonBytes(), operation.bodyRule)
        bodyCheck = { () throws(JSONError) in _ = try T(json: bytes, validating: true, rule: rule) }
        body(HTTPBody(bytes), contentType: contentType)
    }

    /// A JSON body that is not required.
    public mutating func body<T: JSONRepresentable>(json value: T?, contentType: String = "application/json") {
        if let value { body(json: value, contentType: contentType) }
    }

    /// A form, or a multipart body, of the members of a value: `body(form, as: .multipart())`.
    public mutating func body<T: JSONRepresentable>(_ value: T?, as coding: BodyCoding) {
        guard let value else { return }
        let (body, contentType) = coding.encoded(value)
        if !coding.isUpload {
            let rule = operation.bodyRule
            bodyCheck = { () throws(JSONError) in _ = try T(json: value.jsonBytes(), validating: true, rule: rule) }
        }
        self.body(body, contentType: contentType)
    }

    /// A text as the body, in UTF-8.
    public mutating func body(text: String?, contentType: String = "text/plain; charset=utf-8") {
        guard let text else { return }
        if let rule = operation.bodyRule {
            bodyCheck = { () throws(JSONError) in try rule.check(text: text) }
        }
        body(HTTPBody(Array(text.utf8)), contentType: contentType)
    }

    /// A body of any kind, which may be a stream: that is sent once and never again.
    public mutating func body(_ body: HTTPBody?, contentType: String) {
        guard let body else { return }
        self.body = body
        fields["Content-Type"] = contentType
    }
}
