import Foundation
import QuillRuntime

/// Why a call came to nothing, other than by an error answer that the operation documents.
public nonisolated struct ClientError: OperationError {
    public let operationID: String
    public let reason: Reason

    public init(operationID: String, reason: Reason) {
        self.operationID = operationID
        self.reason = reason
    }

    public nonisolated enum Reason: Sendable {
        /// The configured server is no `http` or `https` URL with a host.
        case invalidServer
        /// An argument that cannot be sent, such as an empty path parameter.
        case invalidParameter(name: String, reason: String)
        /// The body breaks what the document says of it; nothing was sent. Only with ``ClientConfiguration/validation``.
        case invalidBody(JSONError)
        /// None of the operation's alternatives (or) has credentials for all its schemes (and).
        case missingCredential(alternatives: [[String]])
        /// The credential does not hold the scopes that the operation requires; nothing was sent.
        case missingScope(required: [String], granted: Set<String>)
        /// A credential's token could not be had, or cannot be sent.
        case credentialFailed(scheme: String, any Error)
        /// No answer arrived; usually a ``TransportError``.
        case transport(any Error)
        /// The time for an attempt ran out.
        case timedOut
        /// The task was cancelled.
        case cancelled
        /// The connection broke within the body.
        case truncatedBody(received: Int, expected: Int?)
        /// The body is longer than the configuration accepts.
        case responseTooLarge(limit: Int)
        /// The server sends the request to another origin, which must not see the credentials.
        case redirected(to: String)
        /// The server sends the request on and on.
        case tooManyRedirects(limit: Int)
        /// A status that the operation does not document; of the body, at most the first 16 KiB.
        case unexpectedStatus(HTTPResponse)
        /// A body of another media type than the operation documents (nil: none was stated).
        case unexpectedContentType(String?, expected: String)
        /// A body that is no JSON, or other JSON than the operation documents.
        case malformedBody(JSONError)
        /// An error that the operation documents, with a body that breaks what the document says of it; of the body, at
        /// most the first 16 KiB. Only with ``ClientConfiguration/validation``: without it, a body that is of another type
        /// than documented makes the answer an ``unexpectedStatus(_:)``, and any other the documented error.
        case malformedError(HTTPResponse, JSONError)
        /// A header field that the answer must have is missing, or not as documented.
        case invalidHeader(HeaderError)
        /// The next page is on another host, which must not see the credentials.
        case pageElsewhere(URL)
        /// The next page is one that was already read.
        case pageRepeated(String)
    }

    /// The status of an answer that the operation does not document, or not with that body.
    public var status: Int? { response?.status }

    private var response: HTTPResponse? {
        switch reason {
        case .unexpectedStatus(let response), .malformedError(let response, _): response
        default: nil
        }
    }

    /// The problem details (RFC 9457) of an answer that the operation does not document, or not with that body.
    public var problem: Problem? {
        guard let response, let bytes = response.body.bytes,
            HTTPMediaType(response.fields["Content-Type"])?.essence == "application/problem+json"
        else { return nil }
        return try? Problem(json: bytes)
    }
}

nonisolated extension ClientError {
    /// What a transport met with, in the words of a call.
    init(operationID: String, fault: TransportError) {
        let reason: Reason =
            switch fault {
            case .timedOut: .timedOut
            case .cancelled: .cancelled
            case .truncatedBody(let received, let expected): .truncatedBody(received: received, expected: expected)
            case .responseTooLarge(let limit): .responseTooLarge(limit: limit)
            default: .transport(fault)
            }
        self.init(operationID: operationID, reason: reason)
    }
}

nonisolated extension ClientError: CustomStringConvertible, LocalizedError {
    /// `environments_datasets_create: the credential lacks the scope dataset:write (it holds dataset:read)`
    public var description: String { "\(operationID): \(reason)" }
    public var errorDescription: String? { description }
}

nonisolated extension ClientError.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .invalidServer: "the configured server is no http or https URL with a host"
        case .invalidParameter(let name, let reason): "the parameter \(name) cannot be sent: \(reason)"
        case .invalidBody(let error): "the body cannot be sent: \(error)"
        case .missingCredential(let alternatives):
            "there is no credential for "
                + alternatives.map { $0.joined(separator: " and ") }.joined(separator: ", or for ")
        case .missingScope(let required, let granted):
            "the credential does not cover the required scope \(required.joined(separator: " and ")) "
                + (granted.isEmpty ? "(it holds none)" : "(it holds \(granted.sorted().joined(separator: ", ")))")
        case .credentialFailed(let scheme, let error): "the credential for \(scheme) cannot be used: \(error)"
        case .transport(let error): "\(error)"
        case .timedOut: "\(TransportError.timedOut)"
        case .cancelled: "\(TransportError.cancelled)"
        case .truncatedBody(let received, let expected):
            "\(TransportError.truncatedBody(received: received, expected: expected))"
        case .responseTooLarge(let limit): "\(TransportError.responseTooLarge(limit: limit))"
        case .redirected(let place): "the server redirects to \(place), where the credentials do not belong"
        case .tooManyRedirects(let limit): "the server redirected more than \(limit) times"
        case .unexpectedStatus(let response):
            "the status \(response.status) is not documented" + Self.excerpt(of: response.body.bytes ?? [])
        case .unexpectedContentType(let found, let expected):
            "the answer is \(found ?? "of no stated type") instead of \(expected)"
        case .malformedBody(let error): "the answer is not as documented: \(error)"
        case .malformedError(let response, let error):
            "the answer with status \(response.status) is not as documented: \(error)"
        case .invalidHeader(let error): "the answer is not as documented: \(error)"
        case .pageElsewhere(let url): "the next page is on another host, \(url.host ?? "unnamed")"
        case .pageRepeated(let target): "the next page, \(target), was already read"
        }
    }

    /// The start of a body on one line, without what would disturb a terminal.
    private static func excerpt(of body: [UInt8]) -> String {
        let text = String(decoding: body.prefix(200), as: UTF8.self).unicodeScalars
            .map { $0.properties.generalCategory == .control ? " " : String($0) }.joined()
        return text.isEmpty ? "" : ": \(text)\(body.count > 200 ? "…" : "")"
    }
}

/// What a call of an operation throws: a ``ClientError``, or the `ErrorResponse` that the operation documents.
public nonisolated protocol OperationError: Error, Sendable {
    /// The operation's identifier in the document: `environments_datasets_create`.
    var operationID: String { get }
}

nonisolated extension ErrorResponse: OperationError {}

/// What kept a transport from getting an answer. Transports throw it so that the client knows what may be retried;
/// any other error that they throw is passed on as it is, and not retried.
public nonisolated enum TransportError: Error, Sendable {
    /// Nothing listens there: the request was not sent.
    case connectionRefused
    /// The host's name has no address.
    case hostNotFound
    /// The connection broke, or there is no network, before an answer began.
    case connectionLost
    /// No trusted connection could be made.
    case insecureConnection(String)
    /// The connection broke after the answer began; `expected` is the `Content-Length`, if there was one.
    case truncatedBody(received: Int, expected: Int?)
    /// The body is longer than the transport accepts.
    case responseTooLarge(limit: Int)
    /// More of a body has arrived than the transport keeps for who reads it slowly.
    case unread(limit: Int)
    /// The time for the request ran out.
    case timedOut
    /// The task was cancelled.
    case cancelled
    /// Anything else, in words.
    case failed(String)
}

nonisolated extension TransportError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .connectionRefused: "the server refused the connection"
        case .hostNotFound: "the host was not found"
        case .connectionLost: "the connection was lost before an answer began"
        case .insecureConnection(let detail): "no secure connection could be made: \(detail)"
        case .truncatedBody(let received, let expected?): "the answer ended after \(received) of \(expected) bytes"
        case .truncatedBody(let received, nil): "the answer broke off after \(received) bytes"
        case .responseTooLarge(let limit): "the answer is longer than \(limit) bytes"
        case .unread(let limit): "the answer is read too slowly: more than \(limit) bytes of it wait to be read"
        case .timedOut: "the time ran out"
        case .cancelled: "the task was cancelled"
        case .failed(let detail): detail
        }
    }
}
