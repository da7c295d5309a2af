/// The header fields that a document describes for an answer, each with its type.
public nonisolated protocol ResponseHeaders: Sendable {
    /// Reads the fields. Never fails: what is wrong is noted, and a placeholder stands in for it.
    init(reading fields: inout HeaderReader)
    /// Writes the fields.
    func write(to fields: inout HeaderWriter)
}

nonisolated extension ResponseHeaders {
    /// The fields of an answer.
    /// - Throws: the first field that must be there and is not, or is not of its type.
    public init(_ fields: HTTPFields) throws(HeaderError) {
        var reader = HeaderReader(fields)
        self.init(reading: &reader)
        if let error = reader.error { throw error }
    }

    /// The fields as they are sent.
    public var fields: HTTPFields {
        var writer = HeaderWriter()
        write(to: &writer)
        return writer.fields
    }
}

/// What an operation answers with where the document describes header fields as well: the body, and the fields by name.
///
///     let answer = try await client.repositories.list()
///     answer.body     // the repositories
///     answer.link     // the field `Link`
@dynamicMemberLookup
public nonisolated struct WithHeaders<Body: Sendable, Headers: ResponseHeaders>: Sendable {
    /// The content.
    public var body: Body
    /// The header fields.
    public var headers: Headers

    /// A body with its header fields.
    public init(_ body: Body, _ headers: Headers) {
        self.body = body
        self.headers = headers
    }

    /// A header field.
    public subscript<Value>(dynamicMember field: KeyPath<Headers, Value>) -> Value { headers[keyPath: field] }
}

nonisolated extension WithHeaders: Equatable where Body: Equatable, Headers: Equatable {}
nonisolated extension WithHeaders: Hashable where Body: Hashable, Headers: Hashable {}

nonisolated extension ErrorResponse {
    /// The header fields that the document describes for the status; nil where the answer has them not.
    ///
    ///     catch let error as ErrorResponse<NoBody> where error.status == 429 {
    ///         let seconds = error.headers(RetryAfterHeaders.self)?.retryAfter
    public func headers<Headers: ResponseHeaders>(_ type: Headers.Type = Headers.self) -> Headers? {
        try? Headers(fields)
    }

    /// An error status with its content and header fields.
    public init(operationID: String = "", status: Int, headers: some ResponseHeaders, body: Body) {
        self.init(operationID: operationID, status: status, fields: headers.fields, body: body)
    }
}

nonisolated extension ErrorResponse where Body == NoBody {
    /// An error status without content, with its header fields.
    public init(operationID: String = "", status: Int, headers: some ResponseHeaders) {
        self.init(operationID: operationID, status: status, fields: headers.fields, body: NoBody())
    }
}
