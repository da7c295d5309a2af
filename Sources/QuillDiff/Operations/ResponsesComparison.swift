import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// Compares what an operation answers.
struct ResponsesComparison {
    let subject: DifferenceRecord.Subject
    let old: OpenAPI.Operation
    let new: OpenAPI.Operation

    private typealias Entry = OpenAPI.Responses.Entry

    func run(_ record: inout DifferenceRecord) {
        var gone: [Entry] = []
        var come = new.responses.entries
        var pairs: [(Entry, Entry)] = []
        for entry in old.responses.entries {
            if let index = come.firstIndex(where: { $0.status == entry.status }) {
                pairs.append((entry, come.remove(at: index)))
            } else {
                gone.append(entry)
            }
        }
        // One status and the range that it is in.
        for entry in gone {
            guard let index = come.firstIndex(where: { Self.isWider($0.status, than: entry.status) }) else { continue }
            // Several statuses can have become one range.
            note(Rule.Responses.generalized, entry, come[index], &record)
            pairs.append((entry, come[index]))
            gone.removeAll { $0.status == entry.status }
        }
        come.removeAll { entry in pairs.contains { $0.1.status == entry.status } }
        for entry in come {
            guard let index = gone.firstIndex(where: { Self.isWider($0.status, than: entry.status) }) else { continue }
            note(Rule.Responses.specialized, gone[index], entry, &record)
            pairs.append((gone[index], entry))
            come.removeAll { $0.status == entry.status }
        }
        gone.removeAll { entry in pairs.contains { $0.0.status == entry.status } }
        for entry in gone {
            let rule = Self.isSuccess(entry.status) ? Rule.Responses.successRemoved : Rule.Responses.failureRemoved
            record.note(
                rule, of: subject, part: "response \(entry.status)", old: entry.location,
                new: new.responses.location)
        }
        for entry in come {
            let rule = Self.isSuccess(entry.status) ? Rule.Responses.successAdded : Rule.Responses.failureAdded
            record.note(
                rule, of: subject, part: "response \(entry.status)", old: old.responses.location,
                new: entry.location)
        }
        for (before, after) in pairs { compare(before, after, &record) }
        for (key, detail) in ExtensionDifference.between(
            old.responses.extensions, new.responses.extensions, leavingOutAnnouncements: false)
        {
            record.note(
                Rule.Responses.extensionChanged, "\(key): \(detail)", of: subject, part: "responses",
                old: old.responses.location, new: new.responses.location)
        }
    }

    private static func isWider(_ status: OpenAPI.StatusPattern, than other: OpenAPI.StatusPattern) -> Bool {
        guard case .range(let digit) = status, case .code(let code) = other else { return false }
        return code / 100 == digit
    }

    private static func isSuccess(_ status: OpenAPI.StatusPattern) -> Bool {
        switch status {
        case .code(let code): (200..<300).contains(code)
        case .range(let digit): digit == 2
        case .default: false
        }
    }

    private func note(_ rule: Rule, _ before: Entry, _ after: Entry, _ record: inout DifferenceRecord) {
        record.note(
            rule, NodeText.change("\(before.status)", "\(after.status)"), of: subject,
            part: "response \(after.status)", old: before.location, new: after.location)
    }

    private func compare(_ entry: Entry, _ other: Entry, _ record: inout DifferenceRecord) {
        let (before, after) = (entry.response, other.response)
        let part = "response \(other.status)"
        func note(_ rule: Rule, _ detail: String = "", old: SourceLocation? = nil, new: SourceLocation? = nil) {
            record.note(
                rule, detail, of: subject, part: part, old: old ?? before.location, new: new ?? after.location)
        }
        HeadersComparison(subject: subject, part: part, old: before, new: after).run(&record)
        ContentComparison(
            subject: subject, part: part, old: (before.content, before.location), new: (after.content, after.location),
            place: .responseBody
        ).run(&record)
        for link in before.links {
            guard let counterpart = after.links[link.key] else {
                note(Rule.Responses.linkRemoved, link.key, old: link.keyLocation)
                continue
            }
            if Self.text(link.value) != Self.text(counterpart) { note(Rule.Responses.linkChanged, link.key) }
        }
        for link in after.links where before.links[link.key] == nil {
            note(Rule.Responses.linkAdded, link.key, new: link.keyLocation)
        }
        if before.description != after.description || before.summary != after.summary {
            note(Rule.Responses.descriptionChanged)
        }
        for (key, detail) in ExtensionDifference.between(
            before.extensions, after.extensions, leavingOutAnnouncements: false)
        {
            note(Rule.Responses.extensionChanged, "\(key): \(detail)")
        }
    }

    /// Where a link leads, with what.
    private static func text(_ link: OpenAPI.Link) -> String {
        let target =
            switch link.target {
            case .operationID(let id): id
            case .operationReference(let reference): reference
            }
        let parameters = link.parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\(NodeText.canonical($0.value))" }
        return ([target, link.server?.url ?? "", link.requestBody.map(NodeText.canonical) ?? ""] + parameters)
            .joined(separator: "\n")
    }
}

/// Compares the headers of an answer.
struct HeadersComparison {
    let subject: DifferenceRecord.Subject
    let part: String
    let old: OpenAPI.Response
    let new: OpenAPI.Response

    func run(_ record: inout DifferenceRecord) {
        for entry in old.headers {
            let part = "\(part), header `\(entry.key)`"
            guard let other = new.headers.first(where: { Self.isSame($0.key, entry.key) }) else {
                let rule =
                    entry.value.isRequired
                    ? Rule.Responses.requiredHeaderRemoved : Rule.Responses.optionalHeaderRemoved
                record.note(rule, of: subject, part: part, old: entry.keyLocation, new: new.location)
                continue
            }
            compare(entry.value, other.value, part, &record)
        }
        for entry in new.headers where !old.headers.contains(where: { Self.isSame($0.key, entry.key) }) {
            record.note(
                Rule.Responses.headerAdded, of: subject, part: "\(part), header `\(entry.key)`", old: old.location,
                new: entry.keyLocation)
        }
    }

    private static func isSame(_ name: String, _ other: String) -> Bool { name.lowercased() == other.lowercased() }

    private func compare(
        _ before: OpenAPI.Header, _ after: OpenAPI.Header, _ part: String, _ record: inout DifferenceRecord
    ) {
        func note(_ rule: Rule, _ detail: String = "") {
            record.note(rule, detail, of: subject, part: part, old: before.location, new: after.location)
        }
        if before.isRequired != after.isRequired {
            note(after.isRequired ? Rule.Responses.headerBecameRequired : Rule.Responses.headerBecameOptional)
        }
        if before.isDeprecated != after.isDeprecated {
            note(after.isDeprecated ? Rule.Responses.headerDeprecated : Rule.Responses.headerReactivated)
        }
        if case .schema(_, let layout) = before.value, case .schema(_, let other) = after.value,
            layout.explode != other.explode
        {
            note(Rule.Responses.headerContentChanged, "explode: \(layout.explode) → \(other.explode)")
        }
        let values = ValuePair(before.value, after.value)
        if let change = values.mediaTypeChange { note(Rule.Responses.headerContentChanged, change) }
        if let (old, new) = values.schemas { record.compare(old, new, in: .responseHeader, of: subject, part: part) }
        if before.description != after.description
            || Samples(before.example, before.examples) != Samples(after.example, after.examples)
        {
            note(Rule.Responses.headerDescriptionChanged)
        }
    }
}
