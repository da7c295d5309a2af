import QuillAPI

extension DocumentPairs {
    static let key =
        "components: {securitySchemes: {k: {type: http, scheme: bearer}, o: {type: apiKey, in: header, name: X}}}"

    /// `security` of an operation before and after.
    private static func security(
        _ name: String, _ old: String?, _ new: String?, _ forward: Set<String>, _ backward: Set<String>,
        rules: [ScopeRule] = []
    ) -> DocumentPair {
        func members(_ security: String?) -> String {
            "paths: {/a: {get: {\(security.map { "security: \($0), " } ?? "")responses: {}}}}, \(key)"
        }
        return DocumentPair(name, members(old), members(new), forward, backward, scopeRules: rules)
    }

    /// `security` of the document before and after.
    private static func global(
        _ name: String, _ old: String, _ new: String, _ forward: Set<String>, _ backward: Set<String>,
        rules: [ScopeRule] = []
    ) -> DocumentPair {
        func members(_ security: String) -> String {
            "security: \(security), paths: {/a: {get: {responses: {}}}}, \(key)"
        }
        return DocumentPair(name, members(old), members(new), forward, backward, scopeRules: rules)
    }

    private static let implied = [
        ScopeRule(scheme: "k", scope: "{object}:write", includes: ["{object}:read"]),
        ScopeRule(scheme: "k", scope: "*", includes: ["*"]),
    ]

    static let requirements: [DocumentPair] = [
        security("a credential", nil, "[{k: []}]", ["api-security-required"], ["api-security-not-required"]),
        security(
            "a credential that is stated", "[]", "[{k: []}]", ["api-security-required"], ["api-security-not-required"]),
        security(
            "an optional credential", "[{}, {k: []}]", "[{k: []}]", ["api-security-required"],
            ["api-security-not-required"]),
        security("another way", "[{k: []}]", "[{k: []}, {o: []}]", ["api-security-added"], ["api-security-removed"]),
        security(
            "two keys", "[{k: []}]", "[{k: [], o: []}]", ["api-security-scheme-added"], ["api-security-scheme-removed"]),
        security(
            "a scope", "[{k: [a]}]", "[{k: [a, b]}]", ["api-security-scope-added"], ["api-security-scope-removed"]),
        security(
            "another scope", "[{k: [a]}]", "[{k: [b]}]", ["api-security-scope-added", "api-security-scope-removed"],
            ["api-security-scope-added", "api-security-scope-removed"]),
        security(
            "a scope that another includes", "[{k: ['a:write']}]", "[{k: ['a:write', 'a:read']}]",
            ["api-security-implied-scope-added"], [], rules: implied),
        security(
            "a smaller scope", "[{k: ['a:write']}]", "[{k: ['a:read']}]", ["api-security-scope-removed"],
            ["api-security-scope-added"], rules: implied),
        security(
            "a smaller scope without rules", "[{k: ['a:write']}]", "[{k: ['a:read']}]",
            ["api-security-scope-added", "api-security-scope-removed"],
            ["api-security-scope-added", "api-security-scope-removed"]),
        security(
            "every scope", "[{k: ['*']}]", "[{k: ['*', b]}]", ["api-security-implied-scope-added"], [], rules: implied),
        security("the order of ways", "[{k: []}, {o: []}]", "[{o: []}, {k: []}]", [], []),
        security("no statement", nil, "[]", [], []),
    ]

    static let globalRequirements: [DocumentPair] = [
        global(
            "a credential for all", "[]", "[{k: []}]", ["api-global-security-required"],
            ["api-global-security-not-required"]),
        global(
            "another way for all", "[{k: []}]", "[{k: []}, {o: []}]", ["api-global-security-added"],
            ["api-global-security-removed"]),
        global(
            "two keys for all", "[{k: []}]", "[{k: [], o: []}]", ["api-global-security-scheme-added"],
            ["api-global-security-scheme-removed"]),
        global(
            "a scope for all", "[{k: [a]}]", "[{k: [a, b]}]", ["api-global-security-scope-added"],
            ["api-global-security-scope-removed"]),
        global(
            "an included scope for all", "[{k: ['a:write']}]", "[{k: ['a:read', 'a:write']}]",
            ["api-global-security-implied-scope-added"], [], rules: implied),
    ]

    /// One security scheme before and after.
    private static func scheme(
        _ name: String, _ old: String, _ new: String, _ forward: Set<String>, _ backward: Set<String>
    ) -> DocumentPair {
        DocumentPair(
            name, "components: {securitySchemes: {\(old)}}", "components: {securitySchemes: {\(new)}}", forward,
            backward)
    }

    private static func oauth(_ flows: String) -> String { "s: {type: oauth2, flows: {\(flows)}}" }

    private static let password = "password: {tokenUrl: 'https://a.example/t', scopes: {a: A}}"

    static let schemes: [DocumentPair] = [
        scheme(
            "a scheme", "", "s: {type: http, scheme: basic}", ["api-security-component-added"],
            ["api-security-component-removed"]),
        scheme(
            "the name of a scheme", "s: {type: http, scheme: basic}", "t: {type: http, scheme: basic}",
            ["api-security-component-renamed"], ["api-security-component-renamed"]),
        DocumentPair(
            "the name of a scheme that is required",
            "security: [{s: []}], paths: {/a: {get: {responses: {}}}}, "
                + "components: {securitySchemes: {s: {type: http, scheme: basic}}}",
            "security: [{t: []}], paths: {/a: {get: {responses: {}}}}, "
                + "components: {securitySchemes: {t: {type: http, scheme: basic}}}",
            ["api-security-component-renamed"], ["api-security-component-renamed"]),
        scheme(
            "the type of a scheme", "s: {type: http, scheme: basic}", "s: {type: http, scheme: bearer}",
            ["api-security-component-type-changed"], ["api-security-component-type-changed"]),
        scheme(
            "the kind of a scheme", "s: {type: http, scheme: basic}", "s: {type: mutualTLS}",
            ["api-security-component-type-changed"], ["api-security-component-type-changed"]),
        scheme(
            "the place of a key", "s: {type: apiKey, in: header, name: X}", "s: {type: apiKey, in: query, name: X}",
            ["api-security-component-place-changed"], ["api-security-component-place-changed"]),
        scheme(
            "an address of OpenID Connect", "s: {type: openIdConnect, openIdConnectUrl: 'https://a.example'}",
            "s: {type: openIdConnect, openIdConnectUrl: 'https://b.example'}",
            ["api-security-component-openid-url-changed"], ["api-security-component-openid-url-changed"]),
        scheme(
            "an address to be authorized at",
            oauth("implicit: {authorizationUrl: 'https://a.example', scopes: {}}"),
            oauth("implicit: {authorizationUrl: 'https://b.example', scopes: {}}"),
            ["api-security-component-oauth-url-changed"], ["api-security-component-oauth-url-changed"]),
        scheme(
            "an address of tokens", oauth(password), oauth(password.replacing("/t'", with: "/u'")),
            ["api-security-component-oauth-token-url-changed"], ["api-security-component-oauth-token-url-changed"]),
        scheme(
            "an address to renew at", oauth(password),
            oauth(password.replacing("scopes", with: "refreshUrl: 'https://a.example/r', scopes")),
            ["api-security-component-oauth-refresh-url-changed"],
            ["api-security-component-oauth-refresh-url-changed"]),
        scheme(
            "a flow", oauth(password),
            oauth("\(password), \(password.replacing("password", with: "clientCredentials"))"),
            ["api-security-component-oauth-flow-added"], ["api-security-component-oauth-flow-removed"]),
        scheme(
            "a scope of a scheme", oauth(password), oauth(password.replacing("a: A", with: "a: A, b: B")),
            ["api-security-component-oauth-scope-added"], ["api-security-component-oauth-scope-removed"]),
        scheme(
            "words on a scope", oauth(password), oauth(password.replacing("a: A", with: "a: AA")),
            ["api-security-component-oauth-scope-changed"], ["api-security-component-oauth-scope-changed"]),
        scheme(
            "a scope beside the flows", "s: {type: http, scheme: bearer, x-scopes: {a: A}}",
            "s: {type: http, scheme: bearer, x-scopes: {a: A, b: B}}", ["api-security-component-oauth-scope-added"],
            ["api-security-component-oauth-scope-removed"]),
        scheme(
            "a format of tokens", "s: {type: http, scheme: bearer}",
            "s: {type: http, scheme: bearer, bearerFormat: JWT}", ["api-security-component-bearer-format-changed"],
            ["api-security-component-bearer-format-changed"]),
        scheme(
            "words on a scheme", "s: {type: mutualTLS}", "s: {type: mutualTLS, description: A}",
            ["api-security-component-description-changed"], ["api-security-component-description-changed"]),
        scheme(
            "a deprecated scheme", "s: {type: mutualTLS}", "s: {type: mutualTLS, deprecated: true}",
            ["api-security-component-deprecated"], ["api-security-component-reactivated"]),
    ]
}
