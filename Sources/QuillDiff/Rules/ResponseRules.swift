extension Rule {
    /// Answers as such.
    enum Responses {
        private static let source = "OpenAPI 3.1 §4.8.16"
        private static let media = "OpenAPI 3.1 §4.8.14"
        private static let headers = "OpenAPI 3.1 §4.8.21"

        static let successAdded = Rule(
            "response-success-status-added", .responses, "A success was added", callers: .info,
            implementers: .info,
            because: "A caller treats a status it does not know as the x00 of its class (RFC 9110 §15).")
        static let successRemoved = Rule(
            "response-success-status-removed", .responses, "A success was removed", callers: .breaking,
            implementers: .breaking, because: "Callers wait for an answer that no longer comes (\(source)).")
        static let failureAdded = Rule(
            "response-non-success-status-added", .responses, "A failure was added", callers: .info,
            implementers: .info,
            because: "A caller treats a status it does not know as the x00 of its class (RFC 9110 §15).")
        static let failureRemoved = Rule(
            "response-non-success-status-removed", .responses, "A failure was removed", callers: .info,
            implementers: .warning, because: "Callers are prepared for more than comes (\(source)).")
        static let generalized = Rule(
            "response-status-generalized", .responses, "A status became a range", callers: .warning,
            implementers: .info, because: "Other statuses of the class may come (\(source)).")
        static let specialized = Rule(
            "response-status-specialized", .responses, "A range became one status", callers: .info,
            implementers: .breaking, because: "Other statuses of the class no longer come (\(source)).")
        static let mediaTypeAdded = Rule(
            "response-media-type-added", .responses, "A media type was added", callers: .info,
            implementers: .warning, because: "Callers ask for the types that they know (RFC 9110 §12.5.1).")
        static let mediaTypeRemoved = Rule(
            "response-media-type-removed", .responses, "A media type was removed", callers: .breaking,
            implementers: .info, because: "Callers who ask for it are refused (\(media); RFC 9110 §15.5.7).")
        static let mediaTypeChanged = Rule(
            "response-media-type-name-changed", .responses, "A media type has other parameters", callers: .info,
            implementers: .info, because: "The type itself is the same (RFC 9110 §8.3.1).")
        static let mediaTypeGeneralized = Rule(
            "response-media-type-name-generalized", .responses, "A media type became a range", callers: .breaking,
            implementers: .info, because: "Answers of types may come that callers do not read (\(media)).")
        static let mediaTypeSpecialized = Rule(
            "response-media-type-name-specialized", .responses, "A range became one media type", callers: .info,
            implementers: .breaking, because: "Answers of other types no longer come (\(media)).")
        static let schemaAdded = Rule(
            "response-body-media-type-schema-added", .responses, "A schema for the answer is stated",
            callers: .info, implementers: .breaking, because: "Answers must follow it (\(media)).")
        static let schemaRemoved = Rule(
            "response-body-media-type-schema-removed", .responses, "The schema for the answer is no longer stated",
            callers: .warning, implementers: .info, because: "Nothing tells what comes (\(media)).")
        static let encodingChanged = Rule(
            "response-encoding-changed", .responses, "A part is sent in another form", callers: .breaking,
            implementers: .breaking, because: "The same value is other bytes (OpenAPI 3.1 §4.8.15).")
        static let headerAdded = Rule(
            "response-header-added", .responses, "A header was added", callers: .info, implementers: .warning,
            because: "Callers pass over headers that they do not know (RFC 9110 §5.1).")
        static let requiredHeaderRemoved = Rule(
            "required-response-header-removed", .responses, "A header that always came was removed",
            callers: .breaking, implementers: .info, because: "Callers could rely on it (\(headers)).")
        static let optionalHeaderRemoved = Rule(
            "optional-response-header-removed", .responses, "A header was removed", callers: .warning,
            implementers: .info, because: "Callers could make use of it where it came (\(headers)).")
        static let headerBecameOptional = Rule(
            "response-header-became-optional", .responses, "A header need not come any more", callers: .breaking,
            implementers: .info, because: "Callers could rely on it (\(headers)).")
        static let headerBecameRequired = Rule(
            "response-header-became-required", .responses, "A header always comes", callers: .info,
            implementers: .breaking, because: "A service has to send it (\(headers)).")
        static let headerDeprecated = Rule(
            "response-header-became-deprecated", .lifecycle, "A header became deprecated", callers: .info,
            implementers: .info, because: "It comes until it is removed (\(headers)).")
        static let headerReactivated = Rule(
            "response-header-no-longer-deprecated", .lifecycle, "A header is no longer deprecated", callers: .info,
            implementers: .info, because: "It comes as it did (\(headers)).")
        static let headerContentChanged = Rule(
            "response-header-content-changed", .responses, "A header is written in another form",
            callers: .breaking, implementers: .breaking, because: "The same value is other text (\(headers)).")
        static let headerDescriptionChanged = Rule.documentation(
            "response-header-remark-changed", .documentation, "A header is described in other words")
        static let linkAdded = Rule(
            "response-link-added", .responses, "A link was added", callers: .info, implementers: .info,
            because: "Links say what could be done before as well (OpenAPI 3.1 §4.8.20).")
        static let linkRemoved = Rule(
            "response-link-removed", .responses, "A link was removed", callers: .warning, implementers: .info,
            because: "Callers who follow it do not find it (OpenAPI 3.1 §4.8.20).")
        static let linkChanged = Rule(
            "response-link-changed", .responses, "A link leads elsewhere", callers: .warning, implementers: .info,
            because: "Callers who follow it end up elsewhere (OpenAPI 3.1 §4.8.20).")
        static let descriptionChanged = Rule.documentation(
            "response-remark-changed", .documentation, "An answer is described in other words")
        static let examplesChanged = Rule.documentation(
            "response-sample-changed", .documentation, "The examples of an answer are others")
        static let extensionChanged = Rule.documentation(
            "response-mark-changed", .documentation, "An extension of an answer is another",
            because: "What extensions mean is up to their authors (OpenAPI 3.1 §4.9).")

        static let all = [
            successAdded, successRemoved, failureAdded, failureRemoved, generalized, specialized, mediaTypeAdded,
            mediaTypeRemoved, mediaTypeChanged, mediaTypeGeneralized, mediaTypeSpecialized, schemaAdded,
            schemaRemoved, encodingChanged, headerAdded, requiredHeaderRemoved, optionalHeaderRemoved,
            headerBecameOptional,
            headerBecameRequired, headerDeprecated, headerReactivated, headerContentChanged,
            headerDescriptionChanged, linkAdded, linkRemoved, linkChanged, descriptionChanged, examplesChanged,
            extensionChanged,
        ]
    }
}
