import QuillDiagnostics

extension OpenAPI {
    /// What the API is called and by whom it is offered (OpenAPI 3.1 §4.8.2).
    public struct Info: Sendable {
        /// Empty where the document fails to state it.
        public var title: String
        public var summary: String?
        public var description: String?
        public var termsOfService: String?
        public var contact: Contact?
        public var license: License?
        /// The version of the API, not of OpenAPI; empty where the document fails to state it.
        public var version: String
        public var extensions: [Extension]
        public var location: SourceLocation
    }

    /// Whom to ask (OpenAPI 3.1 §4.8.3).
    public struct Contact: Sendable {
        public var name: String?
        public var url: String?
        public var email: String?
        public var extensions: [Extension]
        public var location: SourceLocation
    }

    /// The terms of use (OpenAPI 3.1 §4.8.4).
    public struct License: Sendable {
        public var name: String
        /// An SPDX expression: `Apache-2.0`.
        public var identifier: String?
        public var url: String?
        public var extensions: [Extension]
        public var location: SourceLocation
    }

    /// A group of operations (OpenAPI 3.1 §4.8.22).
    public struct Tag: Sendable {
        public var name: String
        /// A short name to show (OpenAPI 3.2 §4.22).
        public var summary: String?
        public var description: String?
        public var externalDocs: ExternalDocs?
        /// The tag that this one is a part of (since 3.2); no tag is a part of itself.
        public var parent: String?
        /// What the tag is for (since 3.2): `nav`, `badge`, `audience` or any other word.
        public var kind: String?
        public var extensions: [Extension]
        public var location: SourceLocation
    }

    /// Where to read more (OpenAPI 3.1 §4.8.11).
    public struct ExternalDocs: Sendable {
        public var url: String
        public var description: String?
        public var extensions: [Extension]
        public var location: SourceLocation
    }
}
