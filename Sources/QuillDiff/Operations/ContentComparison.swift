import QuillDiagnostics
import QuillOpenAPI

/// Compares the media types that a body can have.
struct ContentComparison {
    typealias Side = (content: OpenAPI.Map<OpenAPI.MediaType>, location: SourceLocation)

    let subject: DifferenceRecord.Subject
    /// `request body`
    let part: String
    let old: Side
    let new: Side
    /// ``SchemaPlace/requestBody`` or ``SchemaPlace/responseBody``.
    let place: SchemaPlace

    func run(_ record: inout DifferenceRecord) {
        func note(_ rule: Rule, _ detail: String, old: SourceLocation? = nil, new: SourceLocation? = nil) {
            record.note(
                rule, detail, of: subject, part: part, old: old ?? self.old.location, new: new ?? self.new.location)
        }
        let isRequest = place.isRequest
        let partners = MediaPartners(old.content, new.content)
        for entry in partners.removed {
            note(
                isRequest ? Rule.RequestBodies.mediaTypeRemoved : Rule.Responses.mediaTypeRemoved, entry.key,
                old: entry.keyLocation)
        }
        for entry in partners.added {
            note(
                isRequest ? Rule.RequestBodies.mediaTypeAdded : Rule.Responses.mediaTypeAdded, entry.key,
                new: entry.keyLocation)
        }
        for (entry, other, relation) in partners.pairs {
            let rule: Rule? =
                switch relation {
                case .same: nil
                case .otherParameters:
                    isRequest ? Rule.RequestBodies.mediaTypeChanged : Rule.Responses.mediaTypeChanged
                case .generalized:
                    isRequest ? Rule.RequestBodies.mediaTypeGeneralized : Rule.Responses.mediaTypeGeneralized
                case .specialized:
                    isRequest ? Rule.RequestBodies.mediaTypeSpecialized : Rule.Responses.mediaTypeSpecialized
                }
            if let rule {
                note(rule, NodeText.change(entry.key, other.key), old: entry.keyLocation, new: other.keyLocation)
            }
            MediaTypeComparison(
                subject: subject, part: "\(part) (\(other.key))", old: entry.value, new: other.value, place: place
            ).run(&record)
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
