import QuillOpenAPI

/// Compares what requests carry.
struct RequestBodyComparison {
    let subject: DifferenceRecord.Subject
    let old: OpenAPI.Operation
    let new: OpenAPI.Operation

    func run(_ record: inout DifferenceRecord) {
        switch (old.requestBody, new.requestBody) {
        case (nil, nil): break
        case (nil, let body?):
            record.note(
                body.isRequired ? Rule.RequestBodies.requiredAdded : Rule.RequestBodies.optionalAdded, of: subject,
                part: Self.part, old: old.location, new: body.location)
        case (let body?, nil):
            record.note(
                Rule.RequestBodies.removed, of: subject, part: Self.part, old: body.location, new: new.location)
        case (let before?, let after?): compare(before, after, &record)
        }
    }

    private static let part = "request body"

    private func compare(
        _ before: OpenAPI.RequestBody, _ after: OpenAPI.RequestBody, _ record: inout DifferenceRecord
    ) {
        func note(_ rule: Rule, _ detail: String = "") {
            record.note(rule, detail, of: subject, part: Self.part, old: before.location, new: after.location)
        }
        if before.isRequired != after.isRequired {
            note(after.isRequired ? Rule.RequestBodies.becameRequired : Rule.RequestBodies.becameOptional)
        }
        ContentComparison(
            subject: subject, part: Self.part, old: (before.content, before.location),
            new: (after.content, after.location), place: .requestBody
        ).run(&record)
        if before.description != after.description { note(Rule.RequestBodies.descriptionChanged) }
        for (key, detail) in ExtensionDifference.between(
            before.extensions, after.extensions, leavingOutAnnouncements: false)
        {
            note(Rule.RequestBodies.extensionChanged, "\(key): \(detail)")
        }
    }
}
