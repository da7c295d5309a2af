// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import PostHogRuntime

/// A request that is refused before or while a handler runs; becomes a problem document (RFC 9457).
nonisolated struct Refusal: Error {
    let problem: Problem
    let fields: HTTPFields

    init(
        _ status: Int, _ detail: String, fields: HTTPFields = [:], errors: [ProblemField] = [],
        requiredScopes: [String]? = nil, grantedScopes: [String]? = nil
    ) {
        problem = Problem(
            title: Self.title(of: status), status: status, detail: detail, errors: errors.isEmpty ? nil : errors,
            requiredScopes: requiredScopes, grantedScopes: grantedScopes)
        self.fields = fields
    }

    /// The refusal of a body over the limit.
    static func tooLarge(_ limit: Int) -> Refusal { Refusal(413, "The body is larger than \(limit) bytes.") }

    var response: HTTPResponse { .problem(problem, fields: fields) }

    /// The reason phrase of a status that the server answers by itself (RFC 9110 §15).
    private static func title(of status: Int) -> String {
        switch status {
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 406: "Not Acceptable"
        case 413: "Content Too Large"
        case 415: "Unsupported Media Type"
        case 422: "Unprocessable Content"
        case 503: "Service Unavailable"
        default: "Internal Server Error"
        }
    }
}
