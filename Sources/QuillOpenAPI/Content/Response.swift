import QuillDiagnostics
import QuillNodes

extension OpenAPI {
    /// What an operation answers, by status (OpenAPI 3.1 §4.8.16).
    public struct Responses: Sendable {
        /// In the order of the document, each pattern once.
        public var entries: [Entry]
        public var extensions: [Extension]
        public var location: SourceLocation

        /// The answer for some statuses.
        public struct Entry: Sendable {
            public var status: StatusPattern
            public var response: Response
            /// Where the status stands.
            public var location: SourceLocation
        }

        /// The response for exactly that pattern.
        public subscript(status: StatusPattern) -> Response? {
            entries.first { $0.status == status }?.response
        }
    }

    /// The statuses that a response is for.
    public enum StatusPattern: Sendable, Hashable, CustomStringConvertible {
        /// `404`.
        case code(Int)
        /// `4XX`, by its first digit.
        case range(Int)
        /// Every status that no other response is for.
        case `default`

        public var description: String {
            switch self {
            case .code(let code): "\(code)"
            case .range(let digit): "\(digit)XX"
            case .default: "default"
            }
        }
    }

    /// One answer (OpenAPI 3.1 §4.8.17).
    public struct Response: Sendable {
        /// Since 3.2.
        public var summary: String?
        /// Empty where the document does not state it, which only 3.2 allows.
        public var description: String
        public var headers: Map<Header>
        /// By media type or range, as written; empty for an answer without a body.
        public var content: Map<MediaType>
        public var links: Map<Link>
        public var extensions: [Extension]
        /// Where it is defined if it can be referred to; nil where it stands inline.
        public var identity: Identity?
        public var location: SourceLocation
    }

    /// A header of a response or of a part of a body (OpenAPI 3.1 §4.8.21); its name is the key that it stands under.
    public struct Header: Sendable {
        public var description: String?
        public var isRequired: Bool
        public var isDeprecated: Bool
        public var value: ParameterValue
        /// `example`, where one stands outside the schema.
        public var example: Node?
        public var examples: Map<Example>
        public var extensions: [Extension]
        /// Where it is defined if it can be referred to; nil where it stands inline.
        public var identity: Identity?
        public var location: SourceLocation
    }

    /// How an answer leads to a further operation (OpenAPI 3.1 §4.8.20).
    public struct Link: Sendable {
        public var target: LinkTarget
        /// Constants or runtime expressions, by parameter name.
        public var parameters: Map<Node>
        public var requestBody: Node?
        public var description: String?
        public var server: Server?
        public var extensions: [Extension]
        /// Where it is defined if it can be referred to; nil where it stands inline.
        public var identity: Identity?
        public var location: SourceLocation
    }

    /// The operation that a link leads to, as the document names it.
    public enum LinkTarget: Sendable, Hashable {
        case operationID(String)
        case operationReference(String)
    }
}
