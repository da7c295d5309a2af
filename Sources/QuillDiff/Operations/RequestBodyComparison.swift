import QuillDiagnostics
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
        func note(_ rule: Rule, _ detail: String = "", old: SourceLocation? = nil, new: SourceLocation? = nil) {
            record.note(
                rule, detail, of: subject, part: Self.part, old: old ?? before.location, new: new ?? after.location)
        }
        if before.isRequired != after.isRequired {
            note(after.isRequired ? Rule.RequestBodies.becameRequired : Rule.RequestBodies.becameOptional)
        }
        let partners = MediaPartners(before.content, after.content)
        for entry in partners.removed { note(Rule.RequestBodies.mediaTypeRemoved, entry.key, old: entry.keyLocation) }
        for entry in partners.added { note(Rule.RequestBodies.mediaTypeAdded, entry.key, new: entry.keyLocation) }
        for (entry, other, relation) in partners.pairs {
            let rule: Rule? =
                switch relation {
                case .same: nil
                case .otherParameters: Rule.RequestBodies.mediaTypeChanged
                case .generalized: Rule.RequestBodies.mediaTypeGeneralized
                case .specialized: Rule.RequestBodies.mediaTypeSpecialized
                }
            if let rule {
                note(rule, NodeText.change(entry.key, other.key), old: entry.keyLocation, new: other.keyLocation)
            }
            MediaTypeComparison(
                subject: subject, part: "\(Self.part) (\(other.key))", old: entry.value, new: other.value,
                place: .requestBody
            ).run(&record)
        }
        if before.description != after.description { note(Rule.RequestBodies.descriptionChanged) }
        for (key, detail) in ExtensionDifference.between(
            before.extensions, after.extensions, leavingOutAnnouncements: false)
        {
            note(Rule.RequestBodies.extensionChanged, "\(key): \(detail)")
        }
    }
}

/// Compares a body in one media type.
struct MediaTypeComparison {
    let subject: DifferenceRecord.Subject
    let part: String
    let old: OpenAPI.MediaType
    let new: OpenAPI.MediaType
    /// ``SchemaPlace/requestBody`` or ``SchemaPlace/responseBody``.
    let place: SchemaPlace

    private var isRequest: Bool { place.isRequest }

    func run(_ record: inout DifferenceRecord) {
        compareSchemas(&record)
        compareEncodings(&record)
        if Samples(old.example, old.examples) != Samples(new.example, new.examples) {
            note(isRequest ? Rule.RequestBodies.examplesChanged : Rule.Responses.examplesChanged, "", &record)
        }
        let extensions = ExtensionDifference.between(old.extensions, new.extensions, leavingOutAnnouncements: false)
        for (key, detail) in extensions {
            note(
                isRequest ? Rule.RequestBodies.extensionChanged : Rule.Responses.extensionChanged,
                "\(key): \(detail)", &record)
        }
    }

    private func note(_ rule: Rule, _ detail: String, _ record: inout DifferenceRecord) {
        record.note(rule, detail, of: subject, part: part, old: old.location, new: new.location)
    }

    private func compareSchemas(_ record: inout DifferenceRecord) {
        let pairs = [(old.schema, new.schema, [PathStep]()), (old.itemSchema, new.itemSchema, [.item])]
        for (before, after, path) in pairs {
            switch (before, after) {
            case (nil, nil): break
            case (nil, _?):
                note(isRequest ? Rule.RequestBodies.schemaAdded : Rule.Responses.schemaAdded, "", &record)
            case (_?, nil):
                note(isRequest ? Rule.RequestBodies.schemaRemoved : Rule.Responses.schemaRemoved, "", &record)
            case (let before?, let after?):
                record.compare(before, after, in: place, of: subject, part: part, path: path)
            }
        }
    }

    // MARK: Parts

    private func compareEncodings(_ record: inout DifferenceRecord) {
        var names = old.encoding.keys
        names += new.encoding.keys.filter { old.encoding[$0] == nil }
        for name in names { compare(name, old.encoding[name], new.encoding[name], depth: 0, &record) }
        for index in 0..<max(old.prefixEncoding.count, new.prefixEncoding.count) {
            compare(
                "part \(index)", old.prefixEncoding.dropFirst(index).first, new.prefixEncoding.dropFirst(index).first,
                depth: 0, &record)
        }
        compare("other parts", old.itemEncoding, new.itemEncoding, depth: 0, &record)
    }

    /// A part that is not spoken of is sent as one of which nothing is said.
    private func compare(
        _ name: String, _ old: OpenAPI.Encoding?, _ new: OpenAPI.Encoding?, depth: Int,
        _ record: inout DifferenceRecord
    ) {
        guard old != nil || new != nil, depth < 8 else { return }
        if old?.contentType?.lowercased() != new?.contentType?.lowercased() {
            note(
                isRequest ? Rule.RequestBodies.encodingTypeChanged : Rule.Responses.encodingChanged,
                "\(name): \(NodeText.change(old?.contentType, new?.contentType))", &record)
        }
        if old?.serialization != new?.serialization {
            note(
                isRequest ? Rule.RequestBodies.encodingStyleChanged : Rule.Responses.encodingChanged, name, &record)
        }
        if isRequest {
            let headers = (old?.headers.keys ?? [], new?.headers.keys ?? [])
            for header in headers.0 where !headers.1.contains(header) {
                note(Rule.RequestBodies.encodingHeaderRemoved, "\(name): \(header)", &record)
            }
            for header in headers.1 where !headers.0.contains(header) {
                note(Rule.RequestBodies.encodingHeaderAdded, "\(name): \(header)", &record)
            }
        }
        let nested = (old?.encoding, new?.encoding)
        for key in Set((nested.0?.keys ?? []) + (nested.1?.keys ?? [])).sorted() {
            compare("\(name).\(key)", nested.0?[key], nested.1?[key], depth: depth + 1, &record)
        }
    }
}
