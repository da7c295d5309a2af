// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

/// An error status that the document describes. A client throws it; a server's handler throws it to answer that way.
///
///     do { try await client.environments.datasets.destroy(…) }
///     catch let error as ErrorResponse<NoBody> where error.status == 405 { … }
public nonisolated struct ErrorResponse<Body: Sendable>: Error {
    /// The operation that was answered; empty where a handler leaves it to the server.
    public var operationID: String
    /// The status code.
    public var status: Int
    /// The header fields.
    public var fields: HTTPFields
    /// The content.
    public var body: Body

    /// An error status with its content.
    public init(operationID: String = "", status: Int, fields: HTTPFields = [:], body: Body) {
        self.operationID = operationID
        self.status = status
        self.fields = fields
        self.body = body
    }
}

nonisolated extension ErrorResponse where Body == NoBody {
    /// An error status without content.
    public init(operationID: String = "", status: Int, fields: HTTPFields = [:]) {
        self.init(operationID: operationID, status: status, fields: fields, body: NoBody())
    }
}

nonisolated extension ErrorResponse: CustomStringConvertible {
    /// `"environments_datasets_list: status 404"`.
    public var description: String {
        let operation = operationID.isEmpty ? "" : "\(operationID): "
        return Body.self == NoBody.self ? "\(operation)status \(status)" : "\(operation)status \(status), \(body)"
    }
}

/// The absence of content where a type is needed for it.
public nonisolated struct NoBody: Sendable, Hashable {
    /// Nothing.
    public init() {}
}
