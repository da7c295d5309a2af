// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import PostHogRuntime

/// `404`, `4XX` or `default`: the statuses that one entry of an operation's responses is about
/// (OpenAPI 3.1 §4.8.16).
public nonisolated enum StatusPattern: Sendable, Hashable, ExpressibleByIntegerLiteral {
    /// `404`
    case exactly(Int)
    /// `.range(4)` for `4XX`
    case range(Int)
    /// Every status that nothing else describes.
    case `default`

    public init(integerLiteral value: Int) {
        self = .exactly(value)
    }

    /// How closely the pattern describes a status, nil if it does not: the closest entry applies.
    func precision(for status: Int) -> Int? {
        switch self {
        case .exactly(let code): code == status ? 2 : nil
        case .range(let hundreds): hundreds == status / 100 ? 1 : nil
        case .default: 0
        }
    }
}

/// The statuses by which an operation succeeds: `201`, `[200, 201]`, `[.range(2)]`, or `[]` for one that never does.
public nonisolated struct StatusSet: Sendable, Hashable, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral {
    let patterns: [StatusPattern]

    public init(integerLiteral value: Int) {
        patterns = [.exactly(value)]
    }

    public init(arrayLiteral elements: StatusPattern...) {
        patterns = elements
    }

    /// Every status.
    public static var any: StatusSet { [.default] }

    func precision(for status: Int) -> Int? {
        patterns.lazy.compactMap { $0.precision(for: status) }.max()
    }
}

/// An error status that an operation documents: `.json(404, BasicError.self)`, `.empty(405)`.
/// Answered so, the call throws the `ErrorResponse` of that type.
public nonisolated struct DocumentedError: Sendable {
    let status: StatusPattern
    /// The error that an answer stands for; nil if its body is of another media type.
    /// - Throws: what is wrong with the body.
    let error: @Sendable (Answer) throws(JSONError) -> (any OperationError)?

    /// The body is JSON: `ErrorResponse<Body>`.
    public static func json<Body: JSONRepresentable>(_ status: StatusPattern, _ type: Body.Type) -> DocumentedError {
        DocumentedError(status: status) { answer throws(JSONError) in
            guard HTTPMediaType(answer.response.fields["Content-Type"])?.isJSON ?? true else { return nil }
            return answer.error(
                try Body(
                    json: answer.bytes, validating: answer.isValidated, limits: answer.limits,
                    rule: answer.rule(for: status)))
        }
    }

    /// The body is text: `ErrorResponse<String>`.
    public static func text(_ status: StatusPattern) -> DocumentedError {
        DocumentedError(status: status) { answer throws(JSONError) in
            let text = String(decoding: answer.bytes, as: UTF8.self)
            if answer.isValidated { try answer.rule(for: status)?.check(text: text) }
            return answer.error(text)
        }
    }

    /// There is no body, or none that matters: `ErrorResponse<NoBody>`.
    public static func empty(_ status: StatusPattern) -> DocumentedError {
        DocumentedError(status: status) { answer throws(JSONError) in answer.error(NoBody()) }
    }
}

nonisolated extension DocumentedError {
    /// An answer with an error status, and how closely its body is looked at.
    nonisolated struct Answer: Sendable {
        let operation: OperationInfo
        let response: HTTPResponse
        let bytes: [UInt8]
        let limits: JSONLimits
        /// Whether the body is held to all that the document says of it.
        let isValidated: Bool

        /// What the body has to meet beyond its type.
        func rule(for status: StatusPattern) -> (any ValueRule)? {
            switch status {
            case .exactly(let code): operation.answerRules[code]
            case .range(let digit): operation.answerRules[digit]
            case .default: operation.answerRules[0]
            }
        }

        func error<Body: Sendable>(_ body: Body) -> ErrorResponse<Body> {
            ErrorResponse(operationID: operation.id, status: response.status, fields: response.fields, body: body)
        }
    }
}
