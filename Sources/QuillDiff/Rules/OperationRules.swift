extension Rule {
    /// Operations, webhooks and callbacks as such.
    enum Operations: LifecycleRules {
        private static let paths = "OpenAPI 3.1 §4.8.8"
        private static let mark = "OpenAPI 3.1 §4.8.10: `deprecated`"
        private static let sunset = "`x-sunset` tells callers how long they can rely on it (compare RFC 8594)"
        private static let stability = "`x-stability-level` tells callers what they can rely on"
        private static let removedReason = "Requests to it are no longer answered"

        static let added = Rule(
            "endpoint-added", .operations, "An operation was added", callers: .info, implementers: .breaking,
            because: "Callers need not know it, a service has to answer it (\(paths)).")

        /// The rules of a removal exist twice: with the whole path gone, or with other methods of it left.
        struct Removal: Sendable {
            let withoutDeprecation: Rule
            let withDeprecation: Rule
            let beforeSunset: Rule
            let sunsetInvalid: Rule

            fileprivate init(_ prefix: String, parse: String, _ noun: String) {
                withoutDeprecation = Rule(
                    "\(prefix)-removed-without-deprecation", .operations, "\(noun) was removed", callers: .breaking,
                    implementers: .info, because: "\(removedReason) (\(paths)).")
                withDeprecation = Rule(
                    "\(prefix)-removed-with-deprecation", .operations, "\(noun) that was deprecated was removed",
                    callers: .warning, implementers: .info,
                    because: "\(removedReason), as its deprecation announced (\(mark)).")
                beforeSunset = Rule(
                    "\(prefix)-removed-before-sunset", .operations, "\(noun) was removed before its announced end",
                    callers: .breaking, implementers: .info, because: "\(removedReason), too early: \(sunset).")
                sunsetInvalid = Rule(
                    parse, .operations, "\(noun) was removed whose announced end is no date", callers: .breaking,
                    implementers: .info, because: "\(removedReason), and its end was never told: \(sunset).")
            }

            var all: [Rule] { [withoutDeprecation, withDeprecation, beforeSunset, sunsetInvalid] }

            func rule(of removal: Lifecycle.Removal) -> (rule: Rule, detail: String) {
                switch removal {
                case .withoutDeprecation: (withoutDeprecation, "")
                case .withDeprecation: (withDeprecation, "")
                case .beforeSunset(let day): (beforeSunset, "\(day)")
                case .sunsetInvalid(let text): (sunsetInvalid, text)
                }
            }
        }

        static let ofPath = Removal("api-path", parse: "api-path-sunset-parse", "An operation with its path")
        static let ofOperation = Removal("api", parse: "api-removed-sunset-parse", "An operation")

        static let deprecated = Rule(
            "endpoint-deprecated", .lifecycle, "An operation became deprecated", callers: .info, implementers: .info,
            because: "It answers until it is removed (\(mark)).")
        static let deprecatedWithSunset = Rule(
            "endpoint-deprecated-with-sunset", .lifecycle, "An operation became deprecated, with an announced end",
            callers: .info, implementers: .info, because: "It answers until then: \(sunset).")
        static let reactivated = Rule(
            "endpoint-reactivated", .lifecycle, "An operation is no longer deprecated", callers: .info,
            implementers: .info, because: "It answers as it did (\(mark)).")
        static let sunsetMissing = Rule(
            "api-deprecated-sunset-missing", .lifecycle, "An operation became deprecated without an announced end",
            callers: .breaking, implementers: .info, because: "Callers cannot plan for it: \(sunset).")
        static let sunsetInvalid = Rule(
            "api-deprecated-sunset-parse", .lifecycle, "The announced end of an operation is no date",
            callers: .warning, implementers: .info, because: "Callers cannot plan for it: \(sunset).")
        static let sunsetTooSmall = Rule(
            "api-sunset-date-too-small", .lifecycle, "The announced end of an operation is too near",
            callers: .breaking, implementers: .info, because: "Callers were promised more time: \(sunset).")
        static let sunsetDeleted = Rule(
            "sunset-deleted", .lifecycle, "The end of an operation is no longer announced", callers: .warning,
            implementers: .info, because: "Callers cannot plan for it: \(sunset).")
        static let sunsetChangedTooSmall = Rule(
            "api-sunset-date-changed-too-small", .lifecycle, "The announced end of an operation was moved forward",
            callers: .breaking, implementers: .info, because: "Callers were promised more time: \(sunset).")
        static let stabilityDecreased = Rule(
            "api-stability-decreased", .lifecycle, "An operation became less stable", callers: .breaking,
            implementers: .info, because: "Callers were promised more: \(stability).")
        static let stabilityIncreased = Rule(
            "api-stability-increased", .lifecycle, "An operation became more stable", callers: .info,
            implementers: .info, because: "Callers can rely on more: \(stability).")
        static let stabilityInvalid = Rule(
            "api-invalid-stability-level", .lifecycle,
            "The stability of an operation is none of draft, alpha, beta and stable", callers: .warning,
            implementers: .warning, because: "Nobody can tell what it promises: \(stability).")

        static let webhookAdded = Rule(
            "webhook-added", .webhooks, "A webhook was added", callers: .info, implementers: .warning,
            because: "Only who asks for it receives it (OpenAPI 3.1 §4.8.1).")
        static let webhookRemoved = Rule(
            "webhook-removed", .webhooks, "A webhook was removed", callers: .breaking, implementers: .info,
            because: "Callers who wait for it are not told any more (OpenAPI 3.1 §4.8.1).")
        static let callbackAdded = Rule(
            "api-callback-added", .webhooks, "A callback was added", callers: .warning, implementers: .breaking,
            because: "Callers may be asked for an answer that they do not know (OpenAPI 3.1 §4.8.18).")
        static let callbackRemoved = Rule(
            "api-callback-removed", .webhooks, "A callback was removed", callers: .breaking, implementers: .info,
            because: "Callers who wait for it are not told any more (OpenAPI 3.1 §4.8.18).")

        static let idAdded = Rule(
            "api-operation-id-added", .operations, "An operation has a name", callers: .info, implementers: .info,
            because: "The name is never sent; generated code may be called by it (OpenAPI 3.1 §4.8.10).")
        static let idRemoved = Rule(
            "api-operation-id-removed", .operations, "An operation no longer has a name", callers: .info,
            implementers: .info,
            because: "The name is never sent; generated code may have been called by it (OpenAPI 3.1 §4.8.10).")
        static let idChanged = Rule(
            "api-operation-id-changed", .operations, "An operation has another name", callers: .info,
            implementers: .info,
            because: "The name is never sent; generated code may be called by it (OpenAPI 3.1 §4.8.10).")
        static let tagAdded = Rule(
            "api-tag-added", .operations, "An operation is in a further group", callers: .info, implementers: .info,
            documents: true,
            because: "Tags are never sent; generated code may be grouped by them (OpenAPI 3.1 §4.8.22).")
        static let tagRemoved = Rule(
            "api-tag-removed", .operations, "An operation is no longer in a group", callers: .info,
            implementers: .info, documents: true,
            because: "Tags are never sent; generated code may be grouped by them (OpenAPI 3.1 §4.8.22).")
        static let summaryChanged = Rule.documentation(
            "api-summary-changed", .documentation, "An operation is summarized in other words")
        static let descriptionChanged = Rule.documentation(
            "api-description-changed", .documentation, "An operation is described in other words")
        static let externalDocsChanged = Rule.documentation(
            "api-external-docs-changed", .documentation, "The link to an operation's documentation is another")
        static let extensionChanged = Rule.documentation(
            "api-extension-changed", .documentation, "An extension of an operation is another",
            because: "What extensions mean is up to their authors (OpenAPI 3.1 §4.9).")

        static let all =
            [added] + ofPath.all + ofOperation.all + [
                deprecated, deprecatedWithSunset, reactivated, sunsetMissing, sunsetInvalid, sunsetTooSmall,
                sunsetDeleted, sunsetChangedTooSmall, stabilityDecreased, stabilityIncreased, stabilityInvalid,
                webhookAdded, webhookRemoved, callbackAdded, callbackRemoved, idAdded, idRemoved, idChanged, tagAdded,
                tagRemoved, summaryChanged, descriptionChanged, externalDocsChanged, extensionChanged,
            ]
    }
}
