import QuillDiagnostics

extension OpenAPI {
    /// The operations of one path (OpenAPI 3.1 §4.8.9).
    public struct PathItem: Sendable {
        public var summary: String?
        public var description: String?
        /// In the order of the document, with those of `additionalOperations` (since 3.2).
        public var operations: [Operation]
        public var servers: [Server]
        /// What all operations share, unless they override it: see ``parameters(of:)``.
        public var parameters: [Parameter]
        public var extensions: [Extension]
        /// Where it is defined if it can be referred to; nil where it stands inline.
        public var identity: Identity?
        public var location: SourceLocation

        /// The parameters of one of the operations: the shared ones that it does not override, then its own.
        public func parameters(of operation: Operation) -> [Parameter] {
            parameters.filter { shared in !operation.parameters.contains { $0.overrides(shared) } }
                + operation.parameters
        }
    }

    /// A method of HTTP as it is sent: `GET`, or another token where the document has one (RFC 9110 §9.1).
    public struct Method: Sendable, Hashable, CustomStringConvertible {
        public let name: String

        public init(_ name: String) {
            self.name = name
        }

        public static let get = Method("GET")
        public static let put = Method("PUT")
        public static let post = Method("POST")
        public static let delete = Method("DELETE")
        public static let options = Method("OPTIONS")
        public static let head = Method("HEAD")
        public static let patch = Method("PATCH")
        public static let trace = Method("TRACE")
        /// Since 3.2: a request with a body that changes nothing.
        public static let query = Method("QUERY")

        public var description: String { name }
    }
}
