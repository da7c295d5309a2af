// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

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
