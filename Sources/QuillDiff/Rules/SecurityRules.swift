extension Rule {
    /// What callers must hold.
    enum Security {
        private static let requirement = "OpenAPI 3.1 §4.8.30: one alternative is enough, and all of it is needed"

        /// The rules for requirements exist twice: as an operation states them and as the document does for all.
        struct Requirements: Sendable {
            let required: Rule
            let notRequired: Rule
            let added: Rule
            let removed: Rule
            let schemeAdded: Rule
            let schemeRemoved: Rule
            let scopeAdded: Rule
            let scopeRemoved: Rule
            let scopeImplied: Rule

            fileprivate init(_ prefix: String) {
                required = Rule(
                    "\(prefix)-required", .security, "A credential is required where none was", callers: .breaking,
                    implementers: .breaking, because: "Callers without one are turned away (\(requirement)).")
                notRequired = Rule(
                    "\(prefix)-not-required", .security, "No credential is required any more", callers: .info,
                    implementers: .breaking, because: "Callers without one must be served (\(requirement)).")
                added = Rule(
                    "\(prefix)-added", .security, "Another way to be authorized was added", callers: .info,
                    implementers: .breaking, because: "Every way that held still holds (\(requirement)).")
                removed = Rule(
                    "\(prefix)-removed", .security, "A way to be authorized was removed", callers: .breaking,
                    implementers: .info, because: "Callers who used it are turned away (\(requirement)).")
                schemeAdded = Rule(
                    "\(prefix)-scheme-added", .security, "One more credential is required", callers: .breaking,
                    implementers: .breaking, because: "Callers with what was enough lack it (\(requirement)).")
                schemeRemoved = Rule(
                    "\(prefix)-scheme-removed", .security, "One credential fewer is required", callers: .info,
                    implementers: .breaking, because: "Callers without it must be served (\(requirement)).")
                scopeAdded = Rule(
                    "\(prefix)-scope-added", .security, "A scope is required that was not", callers: .breaking,
                    implementers: .breaking,
                    because: "Keys that were enough lack the scope and are refused (\(requirement)).")
                scopeRemoved = Rule(
                    "\(prefix)-scope-removed", .security, "A scope is no longer required", callers: .info,
                    implementers: .breaking, because: "Keys without it must be served (\(requirement)).")
                scopeImplied = Rule(
                    "\(prefix)-implied-scope-added", .security, "A scope is stated that the others include",
                    callers: .info, implementers: .info,
                    because: "Keys that were enough include it, by the configuration's rules for scopes.")
            }

            var all: [Rule] {
                [
                    required, notRequired, added, removed, schemeAdded, schemeRemoved, scopeAdded, scopeRemoved,
                    scopeImplied,
                ]
            }
        }

        static let ofOperation = Requirements("api-security")
        static let ofDocument = Requirements("api-global-security")

        private static let scheme = "OpenAPI 3.1 §4.8.27"
        private static let flow = "OpenAPI 3.1 §4.8.29"

        static let schemeAdded = Rule(
            "api-security-component-added", .security, "A security scheme was added", callers: .info,
            implementers: .info, because: "It counts only where an operation requires it (\(scheme)).")
        static let schemeRemoved = Rule(
            "api-security-component-removed", .security, "A security scheme was removed", callers: .info,
            implementers: .info, because: "What that does to operations is reported with them (\(scheme)).")
        static let schemeRenamed = Rule(
            "api-security-component-renamed", .security, "A security scheme has another name", callers: .info,
            implementers: .info, because: "The name stands in the document only and is never sent (\(scheme)).")
        static let typeChanged = Rule(
            "api-security-component-type-changed", .security, "A security scheme is of another type",
            callers: .breaking, implementers: .breaking,
            because: "Callers prove who they are in another way (\(scheme)).")
        static let placeChanged = Rule(
            "api-security-component-place-changed", .security, "A key is sent in another place", callers: .breaking,
            implementers: .breaking, because: "A key in the old place is not looked at (\(scheme): `in`, `name`).")
        static let oauthURLChanged = Rule(
            "api-security-component-oauth-url-changed", .security, "Callers are authorized at another address",
            callers: .warning, implementers: .warning,
            because: "Whether the old address still answers is open (\(flow)).")
        static let tokenURLChanged = Rule(
            "api-security-component-oauth-token-url-changed", .security, "Tokens come from another address",
            callers: .warning, implementers: .warning,
            because: "Whether the old address still answers is open (\(flow)).")
        static let refreshURLChanged = Rule(
            "api-security-component-oauth-refresh-url-changed", .security, "Tokens are renewed at another address",
            callers: .warning, implementers: .warning,
            because: "Whether the old address still answers is open (\(flow)).")
        static let openIDURLChanged = Rule(
            "api-security-component-openid-url-changed", .security, "OpenID Connect is described at another address",
            callers: .warning, implementers: .warning,
            because: "Whether the old address still answers is open (\(scheme)).")
        static let flowAdded = Rule(
            "api-security-component-oauth-flow-added", .security, "Another flow leads to a token", callers: .info,
            implementers: .breaking, because: "The flows that led to one still do (\(flow)).")
        static let flowRemoved = Rule(
            "api-security-component-oauth-flow-removed", .security, "A flow no longer leads to a token",
            callers: .breaking, implementers: .info, because: "Callers who used it obtain no token (\(flow)).")
        static let scopeAdded = Rule(
            "api-security-component-oauth-scope-added", .security, "A scheme has a new scope", callers: .info,
            implementers: .info, because: "It counts only where an operation requires it (\(flow)).")
        static let scopeRemoved = Rule(
            "api-security-component-oauth-scope-removed", .security, "A scheme no longer has a scope",
            callers: .warning, implementers: .info, because: "New tokens cannot ask for it (\(flow)).")
        static let scopeChanged = Rule.documentation(
            "api-security-component-oauth-scope-changed", .security, "A scope is described in other words")
        static let formatChanged = Rule.documentation(
            "api-security-component-bearer-format-changed", .security, "Tokens are of another format",
            because: "Callers pass tokens on as they are (\(scheme): `bearerFormat` is a hint).")
        static let descriptionChanged = Rule.documentation(
            "api-security-component-description-changed", .security, "A security scheme is described in other words")
        static let deprecated = Rule(
            "api-security-component-deprecated", .lifecycle, "A security scheme became deprecated", callers: .info,
            implementers: .info, because: "It holds until it is removed (OpenAPI 3.2 §4.27).")
        static let reactivated = Rule(
            "api-security-component-reactivated", .lifecycle, "A security scheme is no longer deprecated",
            callers: .info, implementers: .info, because: "It holds as it did (OpenAPI 3.2 §4.27).")

        static let all =
            ofOperation.all + ofDocument.all + [
                schemeAdded, schemeRemoved, schemeRenamed, typeChanged, placeChanged, oauthURLChanged,
                tokenURLChanged, refreshURLChanged, openIDURLChanged, flowAdded, flowRemoved, scopeAdded,
                scopeRemoved, scopeChanged, formatChanged, descriptionChanged, deprecated, reactivated,
            ]
    }
}
