extension Rule {
    /// Where the API is served.
    enum Servers {
        private static let source = "OpenAPI 3.1 §4.8.5"
        private static let variable = "OpenAPI 3.1 §4.8.6"

        static let added = Rule(
            "server-added", .servers, "A server was added", callers: .info, implementers: .info,
            because: "The servers that answered still do (\(source)).")
        static let removed = Rule(
            "server-removed", .servers, "A server was removed", callers: .breaking, implementers: .info,
            because: "Callers who use it may not be answered any more (\(source)).")
        static let firstChanged = Rule(
            "server-order-changed", .servers, "Another server is the first", callers: .warning, implementers: .info,
            because: "Most clients use the first where they are not told otherwise (\(source)).")
        static let descriptionChanged = Rule.documentation(
            "server-description-changed", .documentation, "A server is described in other words")
        static let variableAdded = Rule(
            "server-variable-added", .servers, "A server has a new variable", callers: .info, implementers: .info,
            because: "It has a default (\(variable)).")
        static let variableRemoved = Rule(
            "server-variable-removed", .servers, "A server no longer has a variable", callers: .breaking,
            implementers: .info, because: "Callers who set it reach no server (\(variable)).")
        static let variableDefaultChanged = Rule(
            "server-variable-default-changed", .servers, "A variable has another default", callers: .warning,
            implementers: .info, because: "Callers who do not set it reach another server (\(variable)).")
        static let variableValueAdded = Rule(
            "server-variable-value-added", .servers, "A variable may have another value", callers: .info,
            implementers: .warning, because: "Every value that was allowed still is (\(variable)).")
        static let variableValueRemoved = Rule(
            "server-variable-value-removed", .servers, "A variable may no longer have a value", callers: .breaking,
            implementers: .info, because: "Callers who use the value reach no server (\(variable)).")

        static let all = [
            added, removed, firstChanged, descriptionChanged, variableAdded, variableRemoved, variableDefaultChanged,
            variableValueAdded, variableValueRemoved,
        ]
    }

    /// What the document names for use in several places.
    enum Components {
        private static let source = "Names of components stand in the document only and are never sent"

        static let schemaAdded = Rule(
            "api-schema-added", .components, "A schema was added", callers: .info, implementers: .info,
            because: "\(source); where it is used is reported there.")
        static let schemaRemoved = Rule(
            "api-schema-removed", .components, "A schema was removed", callers: .info, implementers: .info,
            because: "\(source); where it was used is reported there.")
        static let schemaRenamed = Rule(
            "api-schema-renamed", .components, "A schema has another name", callers: .info, implementers: .info,
            because: "\(source); generated code is called by it.")

        static let schemaChanged = Rule(
            "api-schema-changed", .components, "A schema that no operation uses allows other values",
            callers: .warning, implementers: .warning,
            because: "Whether something else uses it cannot be told from the document.")

        static let all = [schemaAdded, schemaRemoved, schemaRenamed, schemaChanged]
    }

    /// The document as a whole.
    enum Information {
        private static let versioning = "Semantic Versioning 2.0.0"

        static let versionChanged = Rule.documentation(
            "api-version-changed", .documentation, "The API has another version")
        static let versionNotBumped = Rule(
            "api-version-not-bumped", .documentation, "Something breaks, and the version is the same",
            callers: .warning, implementers: .info, documents: true,
            because: "Callers tell by the version what to expect (\(versioning) §8).")
        static let versionDecreased = Rule(
            "api-version-decreased", .documentation, "The version is lower than before", callers: .warning,
            implementers: .info, documents: true, because: "Versions only grow (\(versioning) §2).")
        static let majorNotBumped = Rule(
            "api-major-version-not-bumped", .documentation, "Something breaks, and the major version is the same",
            callers: .warning, implementers: .info, documents: true,
            because: "Callers tell by the version what to expect (\(versioning) §8).")
        static let specificationChanged = Rule.documentation(
            "openapi-version-changed", .documentation, "The document is written in another version of OpenAPI",
            because: "What that changes is compared by its meaning.")
        static let titleChanged = Rule.documentation(
            "info-title-changed", .documentation, "The API has another title")
        static let descriptionChanged = Rule.documentation(
            "info-description-changed", .documentation, "The API is described in other words")
        static let termsChanged = Rule.documentation(
            "info-terms-of-service-changed", .documentation, "The terms of service are others")
        static let contactChanged = Rule.documentation(
            "info-contact-changed", .documentation, "Whom to ask is another")
        static let licenseChanged = Rule.documentation(
            "info-license-changed", .documentation, "The license is another")
        static let externalDocsChanged = Rule.documentation(
            "document-external-docs-changed", .documentation, "The link to further documentation is another")
        static let extensionChanged = Rule.documentation(
            "document-extension-changed", .documentation, "An extension of the document is another",
            because: "What extensions mean is up to their authors (OpenAPI 3.1 §4.9).")
        static let tagAdded = Rule.documentation("tag-added", .documentation, "A group was added")
        static let tagRemoved = Rule.documentation("tag-removed", .documentation, "A group was removed")
        static let tagChanged = Rule.documentation(
            "tag-changed", .documentation, "A group is described in other words")

        static let all = [
            versionChanged, versionNotBumped, versionDecreased, majorNotBumped, specificationChanged, titleChanged,
            descriptionChanged, termsChanged, contactChanged, licenseChanged, externalDocsChanged, extensionChanged,
            tagAdded, tagRemoved, tagChanged,
        ]
    }
}
