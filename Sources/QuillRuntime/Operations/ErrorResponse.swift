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

/// A header field that an answer must have and has not, or not as documented.
public nonisolated struct HeaderError: Error, Hashable {
    /// The name of the field.
    public let name: String
    /// Whether it is there at all.
    public let isMissing: Bool

    /// A field at fault.
    public init(name: String, isMissing: Bool) {
        self.name = name
        self.isMissing = isMissing
    }
}

nonisolated extension HeaderError: CustomStringConvertible {
    /// `"the header Retry-After is missing"`.
    public var description: String { "the header \(name) \(isMissing ? "is missing" : "is not as documented")" }
}

/// What an operation answers with where the document leaves the status open (`2XX`): the answer and its status.
///
///     return WithStatus(pet, status: 202)     // in a handler
///     let answer = try await client.pets.create(body: pet)
///     if answer.status == 202 { … }
public nonisolated struct WithStatus<Body: Sendable>: Sendable {
    /// What is answered: a body, or one with header fields.
    public var body: Body
    /// The status code, one of the documented range.
    public var status: Int

    /// An answer under a status.
    public init(_ body: Body, status: Int = 200) {
        self.body = body
        self.status = status
    }
}

nonisolated extension WithStatus where Body == NoBody {
    /// An answer without a body.
    public init(status: Int) { self.init(NoBody(), status: status) }
}

nonisolated extension WithStatus: Equatable where Body: Equatable {}
nonisolated extension WithStatus: Hashable where Body: Hashable {}
