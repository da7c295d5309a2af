import QuillDiagnostics
import QuillNodes

/// One operation of the API.
public struct Endpoint: Sendable {
    /// The `operationId`, or one made of method and path where there is none.
    public let id: String
    /// What the document wants it to be called in the output.
    public let preferredName: String?
    /// Upper case: `GET`.
    public let method: String
    public let path: PathTemplate
    /// Query parameters that the document writes into the path itself: `?beta=true`.
    public let fixedQuery: [FixedParameter]
    /// The servers that this operation has of its own; empty where it shares the document's.
    public let servers: [API.Server]
    /// The names from the outermost group inwards; empty where the operation has no tag.
    public let group: [String]
    public let summary: String?
    public let description: String?
    public let externalDocs: ExternalDocs?
    public let isDeprecated: Bool
    public internal(set) var parameters: [Parameter]
    public internal(set) var body: RequestBody?
    /// In the order of the document.
    public internal(set) var responses: [Response]
    /// The property of the body that asks for the answer as a stream, where there is an answer of both kinds:
    /// `stream`.
    public let streamKey: String?
    public let security: SecurityRequirement
    public internal(set) var pagination: Pagination?
    public let location: SourceLocation

    /// The responses that an operation is called for: those of 2xx, or all documented where it never succeeds.
    public var answers: [Response] {
        let successes = responses.filter { $0.status.isSuccess }
        return successes.isEmpty ? responses : successes
    }
}

/// A query parameter with a value that no caller chooses.
public struct FixedParameter: Sendable, Hashable {
    public let name: String
    public let value: String
}

/// A path with its parameters: `/api/environments/{project_id}/datasets/`.
public struct PathTemplate: Sendable, Hashable {
    public let text: String

    /// The names between braces, in order.
    public var parameterNames: [String] {
        text.utf8.split(separator: UInt8(ascii: "{")).dropFirst().compactMap { part in
            part.firstIndex(of: UInt8(ascii: "}")).map { String(Substring(part[..<$0])) }
        }
    }
}

/// A documented answer.
public struct Response: Sendable {
    public let status: Status
    public let description: String
    /// A content for each media type, what is preferred first; empty where the answer has no body.
    public internal(set) var contents: [Content]
    /// What is preferred; nil where the answer has no body.
    public var content: Content? { contents.first }
    public let links: [Link]
    /// The header fields that the document describes, each name once.
    public var headers: [ResponseHeader] = []
    /// Whether the document names a range of statuses, of which the service chooses one.
    public var leavesStatusOpen = false

    public enum Status: Sendable, Hashable {
        case code(Int)
        /// The first digit of a range: 4 for `4XX`.
        case range(Int)
        case `default`

        public var isSuccess: Bool {
            switch self {
            case .code(let code): (200..<300).contains(code)
            case .range(let digit): digit == 2
            case .default: false
            }
        }

        public var description: String {
            switch self {
            case .code(let code): String(code)
            case .range(let digit): "\(digit)XX"
            case .default: "default"
            }
        }
    }
}

/// How an answer leads on (OpenAPI 3.1 §4.8.20).
public struct Link: Sendable, Hashable {
    public let name: String
    /// The `operationId` of the operation that it leads to, or a reference to it.
    public let operation: String
    public let arguments: [Argument]
    public let description: String?

    /// What the operation is told: a constant, or a runtime expression such as `$response.body#/id`.
    public struct Argument: Sendable, Hashable {
        public let name: String
        public let value: String
    }
}

/// Where to read more (OpenAPI 3.1 §4.8.11).
public struct ExternalDocs: Sendable, Hashable {
    public let url: String
    public let description: String?
}

/// How a list is walked.
public struct Pagination: Sendable {
    /// The schema of a page.
    public let page: SchemaID
    /// The property that holds the items.
    public let itemsKey: String
    public let item: TypeUse
    /// The property that links to the next page; nil where pages are counted by offset.
    public let nextKey: String?
    /// The query parameter that skips items.
    public let offsetParameter: String?
    /// The query parameter that sets the size of a page.
    public let limitParameter: String?
}
