// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

/// The credentials an operation asks for: any one of the alternatives, each met by all of its schemes
/// (OpenAPI 3.1 §4.8.30).
public nonisolated struct SecurityRequirement: Sendable, Hashable {
    /// Alternatives (or) of schemes (and). None at all means that anybody may call; so does one without schemes.
    public let alternatives: [[SchemeRequirement]]

    private init(alternatives: [[SchemeRequirement]]) { self.alternatives = alternatives }

    /// No credential is needed.
    public static let none = SecurityRequirement(alternatives: [])

    /// A credential of one scheme that holds these scopes: `.scheme("personalApiKey", "dataset:read")`.
    public static func scheme(_ name: String, _ scopes: String...) -> SecurityRequirement {
        SecurityRequirement(alternatives: [[SchemeRequirement(name, scopes)]])
    }

    /// Any one of several alternatives, in order of preference.
    public static func anyOf(_ alternatives: [[SchemeRequirement]]) -> SecurityRequirement {
        SecurityRequirement(alternatives: alternatives)
    }

    /// Whether the operation can be called without any credential.
    public var isOpen: Bool { alternatives.isEmpty || alternatives.contains([]) }
}

/// One scheme's part of a requirement: its name in the document and the scopes that the credential must hold.
public nonisolated struct SchemeRequirement: Sendable, Hashable {
    /// The name of the security scheme: `"personalApiKey"`.
    public let scheme: String
    /// The scopes, all of which are needed.
    public let scopes: [String]

    /// A scheme with scopes.
    public init(_ scheme: String, _ scopes: [String] = []) {
        self.scheme = scheme
        self.scopes = scopes
    }

    /// A scheme with scopes.
    public init(scheme: String, scopes: [String] = []) { self.init(scheme, scopes) }
}

nonisolated extension SecurityRequirement: CustomStringConvertible {
    /// `"personalApiKey (dataset:read) or session"`.
    public var description: String {
        if alternatives.isEmpty { return "none" }
        return alternatives.map { schemes in
            schemes.isEmpty ? "none" : schemes.map(\.description).joined(separator: " and ")
        }.joined(separator: " or ")
    }
}

nonisolated extension SchemeRequirement: CustomStringConvertible {
    /// `"personalApiKey (dataset:read)"`.
    public var description: String { scopes.isEmpty ? scheme : "\(scheme) (\(scopes.joined(separator: ", ")))" }
}

/// How a security scheme's credential travels (OpenAPI 3.1 §4.8.27).
public nonisolated enum SecuritySchemeInfo: Sendable, Hashable {
    /// `Authorization: Bearer …` (RFC 6750).
    case bearer
    /// `Authorization: Basic …` (RFC 7617).
    case basic
    /// A key in a field, a query parameter or a cookie of that name.
    case apiKey(in: Location, name: String)
    /// Another scheme of the `Authorization` field.
    case http(scheme: String)
    /// A bearer token from OAuth 2.
    case oauth2
    /// A bearer token from OpenID Connect.
    case openIDConnect
    /// The client's certificate; nothing is added to the request.
    case mutualTLS

    /// Where an API key stands in a request.
    public nonisolated enum Location: String, Sendable, Hashable {
        case header, query, cookie
    }
}

/// What holding a scope includes: with `["dataset:write": ["dataset:read"]]`, who may write may also read.
///
/// Client, server and `quill inspect` decide by the same rules.
public nonisolated struct ScopeRules: Sendable, Hashable {
    /// The scopes that each scope brings along, itself aside.
    public let includes: [String: Set<String>]

    /// Rules from what each scope includes.
    public init(includes: [String: Set<String>] = [:]) { self.includes = includes }

    /// The scopes together with all that they include, directly or through others.
    public func closure(of scopes: Set<String>) -> Set<String> {
        var closed = scopes
        var open = Array(scopes)
        while let scope = open.popLast() {
            for included in includes[scope] ?? [] where closed.insert(included).inserted {
                open.append(included)
            }
        }
        return closed
    }

    /// Whether somebody who was granted some scopes may do what requires others (all of them).
    public func covers(_ granted: Set<String>, _ required: [String]) -> Bool {
        if granted.isSuperset(of: required) { return true }
        return closure(of: granted).isSuperset(of: required)
    }
}
