extension Rule {
    /// Parameters as such; what they may hold is up to the rules for schemas.
    enum Parameters {
        private static let source = "OpenAPI 3.1 §4.8.12"
        private static let style = "OpenAPI 3.1 §4.8.12.3"
        private static let sunset = "`x-sunset` tells callers how long they can rely on it (compare RFC 8594)"

        static let requiredAdded = Rule(
            "new-required-request-parameter", .parameters, "A required parameter was added", callers: .breaking,
            implementers: .breaking, because: "Requests without it are no longer valid (\(source)).")
        static let optionalAdded = Rule(
            "new-optional-request-parameter", .parameters, "An optional parameter was added", callers: .info,
            implementers: .breaking, because: "Callers may leave it out, a service has to honour it (\(source)).")
        static let pathRenamed = Rule(
            "request-path-parameter-renamed", .parameters, "A parameter of the path has another name",
            callers: .info, implementers: .info,
            because: "The name of a place in the path is never sent (\(source)).")
        static let removed = Rule(
            "request-parameter-removed", .parameters, "A parameter was removed", callers: .warning,
            implementers: .info, because: "What is not described may be ignored or refused (\(source)).")
        static let removedWithDeprecation = Rule(
            "request-parameter-removed-with-deprecation", .parameters, "A parameter that was deprecated was removed",
            callers: .info, implementers: .info, because: "Its deprecation announced it (\(source): `deprecated`).")
        static let removedBeforeSunset = Rule(
            "request-parameter-removed-before-sunset", .parameters,
            "A parameter was removed before its announced end", callers: .breaking, implementers: .info,
            because: "Callers were promised more time: \(sunset).")
        static let removedSunsetInvalid = Rule(
            "request-parameter-sunset-parse", .parameters, "A parameter was removed whose announced end is no date",
            callers: .breaking, implementers: .info, because: "Its end was never told: \(sunset).")
        static let becameRequired = Rule(
            "request-parameter-became-required", .parameters, "A parameter became required", callers: .breaking,
            implementers: .info, because: "Requests without it are no longer valid (\(source)).")
        static let becameOptional = Rule(
            "request-parameter-became-optional", .parameters, "A parameter became optional", callers: .info,
            implementers: .breaking, because: "Requests without it have to be answered (\(source)).")
        static let styleChanged = Rule(
            "request-parameter-style-changed", .parameters, "A parameter is written in another style",
            callers: .breaking, implementers: .breaking, because: "The same value is other text (\(style)).")
        static let explodeChanged = Rule(
            "request-parameter-explode-changed", .parameters,
            "A parameter is written in one piece instead of several, or the reverse", callers: .breaking,
            implementers: .breaking, because: "The same list or object is other text (\(style)).")
        static let contentChanged = Rule(
            "request-parameter-content-changed", .parameters, "A parameter is written in another media type",
            callers: .breaking, implementers: .breaking, because: "The same value is other text (\(source): `content`)."
        )
        static let reservedAllowed = Rule(
            "request-parameter-reserved-allowed", .parameters, "A parameter may hold reserved characters",
            callers: .info, implementers: .warning, because: "They may come unescaped (\(source): `allowReserved`).")
        static let reservedForbidden = Rule(
            "request-parameter-reserved-forbidden", .parameters, "A parameter may not hold reserved characters",
            callers: .warning, implementers: .info, because: "They have to be escaped (\(source): `allowReserved`).")
        static let emptyAllowed = Rule(
            "request-parameter-empty-value-allowed", .parameters, "A parameter may be empty", callers: .info,
            implementers: .warning, because: "It may come without a value (\(source): `allowEmptyValue`).")
        static let emptyForbidden = Rule(
            "request-parameter-empty-value-forbidden", .parameters, "A parameter may not be empty",
            callers: .breaking, implementers: .info,
            because: "Requests with an empty value are no longer valid (\(source): `allowEmptyValue`).")
        static let descriptionChanged = Rule.documentation(
            "request-parameter-remark-changed", .documentation, "A parameter is described in other words")
        static let examplesChanged = Rule.documentation(
            "request-parameter-sample-changed", .documentation, "The examples of a parameter are others")
        static let extensionChanged = Rule.documentation(
            "request-parameter-mark-changed", .documentation, "An extension of a parameter is another",
            because: "What extensions mean is up to their authors (OpenAPI 3.1 §4.9).")

        static let all = [
            requiredAdded, optionalAdded, pathRenamed, removed, removedWithDeprecation,
            removedBeforeSunset, removedSunsetInvalid, becameRequired, becameOptional, styleChanged, explodeChanged,
            contentChanged, reservedAllowed, reservedForbidden, emptyAllowed, emptyForbidden, descriptionChanged,
            examplesChanged, extensionChanged,
        ]
    }

    /// Bodies of requests as such.
    enum RequestBodies {
        private static let source = "OpenAPI 3.1 §4.8.13"
        private static let media = "OpenAPI 3.1 §4.8.14"
        private static let encoding = "OpenAPI 3.1 §4.8.15"

        static let requiredAdded = Rule(
            "request-body-added-required", .requestBodies, "A required body was added", callers: .breaking,
            implementers: .breaking, because: "Requests without it are no longer valid (\(source)).")
        static let optionalAdded = Rule(
            "request-body-added-optional", .requestBodies, "An optional body was added", callers: .info,
            implementers: .breaking, because: "Callers may leave it out, a service has to honour it (\(source)).")
        static let removed = Rule(
            "request-body-removed", .requestBodies, "The body was removed", callers: .breaking, implementers: .info,
            because: "What callers send is not looked at, or refused (\(source)).")
        static let becameRequired = Rule(
            "request-body-became-required", .requestBodies, "The body became required", callers: .breaking,
            implementers: .info, because: "Requests without it are no longer valid (\(source)).")
        static let becameOptional = Rule(
            "request-body-became-optional", .requestBodies, "The body became optional", callers: .info,
            implementers: .breaking, because: "Requests without it have to be answered (\(source)).")
        static let mediaTypeAdded = Rule(
            "request-body-media-type-added", .requestBodies, "A media type was added", callers: .info,
            implementers: .breaking, because: "A service has to read it as well (\(media)).")
        static let mediaTypeRemoved = Rule(
            "request-body-media-type-removed", .requestBodies, "A media type was removed", callers: .breaking,
            implementers: .info, because: "Bodies of it are refused (\(media); RFC 9110 §15.5.16).")
        static let mediaTypeChanged = Rule(
            "request-body-media-type-name-changed", .requestBodies, "A media type has other parameters",
            callers: .info, implementers: .info, because: "The type itself is the same (RFC 9110 §8.3.1).")
        static let mediaTypeGeneralized = Rule(
            "request-body-media-type-name-generalized", .requestBodies, "A media type became a range",
            callers: .info, implementers: .breaking, because: "A service has to read all of it (\(media)).")
        static let mediaTypeSpecialized = Rule(
            "request-body-media-type-name-specialized", .requestBodies, "A range became one media type",
            callers: .breaking, implementers: .info, because: "Bodies of other types are refused (\(media)).")
        static let schemaAdded = Rule(
            "request-body-media-type-schema-added", .requestBodies, "A schema for the body is stated",
            callers: .breaking, implementers: .info,
            because: "Bodies that do not follow it are no longer valid (\(media)).")
        static let schemaRemoved = Rule(
            "request-body-media-type-schema-removed", .requestBodies, "The schema for the body is no longer stated",
            callers: .info, implementers: .breaking, because: "Any body of the type is valid (\(media)).")
        static let encodingTypeChanged = Rule(
            "request-body-encoding-content-type-changed", .requestBodies, "A part is sent in another media type",
            callers: .breaking, implementers: .breaking, because: "The same value is other bytes (\(encoding)).")
        static let encodingStyleChanged = Rule(
            "request-body-encoding-style-changed", .requestBodies, "A part is written in another style",
            callers: .breaking, implementers: .breaking, because: "The same value is other text (\(encoding)).")
        static let encodingHeaderAdded = Rule(
            "request-body-encoding-header-added", .requestBodies, "A header of a part was added", callers: .warning,
            implementers: .warning, because: "Whether parts without it are refused is open (\(encoding)).")
        static let encodingHeaderRemoved = Rule(
            "request-body-encoding-header-removed", .requestBodies, "A header of a part was removed",
            callers: .info, implementers: .info, because: "What is not described is passed over (\(encoding)).")
        static let descriptionChanged = Rule.documentation(
            "request-body-remark-changed", .documentation, "The body is described in other words")
        static let examplesChanged = Rule.documentation(
            "request-body-sample-changed", .documentation, "The examples of the body are others")
        static let extensionChanged = Rule.documentation(
            "request-body-mark-changed", .documentation, "An extension of the body is another",
            because: "What extensions mean is up to their authors (OpenAPI 3.1 §4.9).")

        static let all = [
            requiredAdded, optionalAdded, removed, becameRequired, becameOptional, mediaTypeAdded, mediaTypeRemoved,
            mediaTypeChanged, mediaTypeGeneralized, mediaTypeSpecialized, schemaAdded, schemaRemoved,
            encodingTypeChanged, encodingStyleChanged, encodingHeaderAdded, encodingHeaderRemoved,
            descriptionChanged, examplesChanged, extensionChanged,
        ]
    }
}
