import QuillAPI

/// An enumeration of the ways in which one operation succeeds.
public struct AnswerType: Sendable {
    public let name: String
    public let comment: [String]
    public let cases: [Case]

    public struct Case: Sendable {
        public let name: String
        public let comment: [String]
        /// What the answer carries; nil where it has no body.
        public let type: String?
        /// The statuses, as a pattern of Swift.
        public let pattern: String
        /// The client's expression that reads the body.
        public let reading: String?
        /// The server's expression that makes the response, of `value`.
        public let response: String
    }

    /// The words of RFC 9110 §15.3 for the statuses that documents use.
    static func caseName(_ status: Response.Status) -> String {
        switch status {
        case .code(200): "ok"
        case .code(201): "created"
        case .code(202): "accepted"
        case .code(203): "nonAuthoritative"
        case .code(204): "noContent"
        case .code(205): "resetContent"
        case .code(206): "partialContent"
        case .code(let code): "status\(code)"
        case .range, .default: "success"
        }
    }
}
