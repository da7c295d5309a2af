extension SchemaRule {
    /// What is announced of a schema.
    enum Announcements: LifecycleRules {
        private static let mark = "OpenAPI 3.1 §4.8.24: `deprecated`; nothing ends yet"
        private static let sunset = "`x-sunset` tells callers how long they can rely on it (compare RFC 8594)"
        private static let stability = "`x-stability-level` tells callers what they can rely on"

        static let deprecated = announcement("deprecated", "It became deprecated", .documents, mark)
        static let deprecatedWithSunset = announcement(
            "deprecated-with-sunset", "It became deprecated, with a day on which it ends", .documents, sunset)
        static let reactivated = announcement("reactivated", "It is no longer deprecated", .documents, mark)
        static let sunsetMissing = announcement(
            "deprecated-sunset-missing", "It became deprecated without a day on which it ends", .documents, sunset,
            sentByCallers: Impact(callers: .breaking, implementers: .info),
            sentByService: Impact(callers: .breaking, implementers: .info))
        static let sunsetInvalid = announcement(
            "deprecated-sunset-invalid", "The day on which it ends is not a date", .documents, sunset,
            sentByCallers: Impact(callers: .warning, implementers: .info),
            sentByService: Impact(callers: .warning, implementers: .info))
        static let sunsetTooSmall = announcement(
            "sunset-date-too-small", "The day on which it ends is too near", .documents, sunset,
            sentByCallers: Impact(callers: .breaking, implementers: .info),
            sentByService: Impact(callers: .breaking, implementers: .info))
        static let sunsetDeleted = announcement(
            "sunset-deleted", "The day on which it ends is no longer stated", .documents, sunset,
            sentByCallers: Impact(callers: .warning, implementers: .info),
            sentByService: Impact(callers: .warning, implementers: .info))
        static let sunsetChangedTooSmall = announcement(
            "sunset-date-changed-too-small", "The day on which it ends was moved forward", .documents, sunset,
            sentByCallers: Impact(callers: .breaking, implementers: .info),
            sentByService: Impact(callers: .breaking, implementers: .info))
        static let stabilityDecreased = announcement(
            "stability-decreased", "It became less stable", .documents, stability,
            sentByCallers: Impact(callers: .breaking, implementers: .info),
            sentByService: Impact(callers: .breaking, implementers: .info))
        static let stabilityIncreased = announcement(
            "stability-increased", "It became more stable", .documents, stability)
        static let stabilityInvalid = announcement(
            "invalid-stability-level", "The stability is none of draft, alpha, beta and stable", .documents,
            stability, sentByCallers: .both(.warning), sentByService: .both(.warning))

        private static func announcement(
            _ suffix: String, _ summary: String, _ effect: Effect, _ source: String, sentByCallers: Impact? = nil,
            sentByService: Impact? = nil
        ) -> SchemaRule {
            SchemaRule(
                suffix, summary, effect, source, concern: .lifecycle, sentByCallers: sentByCallers,
                sentByService: sentByService)
        }

        static let all = [
            deprecated, deprecatedWithSunset, reactivated, sunsetMissing, sunsetInvalid, sunsetTooSmall, sunsetDeleted,
            sunsetChangedTooSmall, stabilityDecreased, stabilityIncreased, stabilityInvalid,
        ]
    }

    /// What is said about a schema.
    enum Remarks {
        private static let remarks = "JSON Schema Validation §9"

        static let title = remark("title-changed", "The title is another", .documents, remarks)
        static let description = remark("description-changed", "The description is another", .documents, remarks)
        static let examples = remark("examples-changed", "The examples are others", .documents, remarks)
        static let externalDocs = remark(
            "external-docs-changed", "The link to further documentation is another", .documents,
            "OpenAPI 3.1 §4.8.11")
        static let comment = remark(
            "comment-changed", "The comment is another", .documents, "JSON Schema Core §8.3")
        static let xml = remark(
            "xml-changed", "The form in XML is another", .unclear, "OpenAPI 3.1 §4.8.26; JSON stays as it is")
        static let extensions = remark(
            "extension-changed", "An extension is another", .documents,
            "OpenAPI 3.1 §4.9; what extensions mean is up to their authors")

        private static func remark(_ suffix: String, _ summary: String, _ effect: Effect, _ source: String)
            -> SchemaRule
        {
            SchemaRule(suffix, summary, effect, source, concern: .documentation)
        }

        static let all = [title, description, examples, externalDocs, comment, xml, extensions]
    }
}
