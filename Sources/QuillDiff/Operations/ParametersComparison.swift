import QuillDiagnostics
import QuillOpenAPI

/// Compares the parameters of an operation, those of its path included.
struct ParametersComparison {
    let old: OperationUse
    let new: OperationUse
    let subject: DifferenceRecord.Subject

    func run(_ record: inout DifferenceRecord) {
        let renamed = renamedInPath
        let (before, after) = (old.parameters, new.parameters)
        func isSame(_ parameter: OpenAPI.Parameter, _ other: OpenAPI.Parameter) -> Bool {
            if parameter.place == .path, other.place == .path, let name = renamed[parameter.name] {
                return name == other.name
            }
            return parameter.overrides(other)
        }
        for parameter in before where !after.contains(where: { isSame(parameter, $0) }) {
            noteRemoval(parameter, others: after, &record)
        }
        for parameter in after {
            guard let counterpart = before.first(where: { isSame($0, parameter) }) else {
                let rule = parameter.isRequired ? Rule.Parameters.requiredAdded : Rule.Parameters.optionalAdded
                record.note(
                    rule, of: subject, part: Self.part(parameter), old: old.operation.location,
                    new: parameter.location)
                continue
            }
            compare(counterpart, parameter, &record)
        }
    }

    /// The new name of each parameter of the path that only has another one.
    private var renamedInPath: [String: String] {
        guard old.path != new.path, let before = OpenAPI.PathTemplate(old.path),
            let after = OpenAPI.PathTemplate(new.path)
        else { return [:] }
        return Dictionary(
            zip(before.parameterNames, after.parameterNames).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    }

    /// ``query parameter `limit` ``
    private static func part(_ parameter: OpenAPI.Parameter) -> String {
        "\(parameter.place.rawValue) parameter `\(parameter.name)`"
    }

    private func noteRemoval(
        _ parameter: OpenAPI.Parameter, others: [OpenAPI.Parameter], _ record: inout DifferenceRecord
    ) {
        let marks = Lifecycle.Marks(isDeprecated: parameter.isDeprecated, parameter.extensions)
        var (rule, detail) = (Rule.Parameters.removed, "")
        switch record.lifecycle.removal(of: marks) {
        case .withoutDeprecation: break
        case .withDeprecation: rule = Rule.Parameters.removedWithDeprecation
        case .beforeSunset(let day): (rule, detail) = (Rule.Parameters.removedBeforeSunset, "\(day)")
        case .sunsetInvalid(let text): (rule, detail) = (Rule.Parameters.removedSunsetInvalid, text)
        }
        if let other = others.first(where: { $0.name == parameter.name && $0.place != parameter.place }) {
            detail += (detail.isEmpty ? "" : "; ") + "it is now in the \(other.place.rawValue)"
        }
        record.note(
            rule, detail, of: subject, part: Self.part(parameter), old: parameter.location,
            new: new.operation.location)
    }

    private func compare(
        _ before: OpenAPI.Parameter, _ after: OpenAPI.Parameter, _ record: inout DifferenceRecord
    ) {
        let part = Self.part(after)
        func note(_ rule: Rule, _ detail: String = "") {
            record.note(rule, detail, of: subject, part: part, old: before.location, new: after.location)
        }
        if before.isRequired != after.isRequired {
            note(after.isRequired ? Rule.Parameters.becameRequired : Rule.Parameters.becameOptional)
        }
        if before.allowsEmptyValue != after.allowsEmptyValue {
            note(after.allowsEmptyValue ? Rule.Parameters.emptyAllowed : Rule.Parameters.emptyForbidden)
        }
        let marks = (
            Lifecycle.Marks(isDeprecated: before.isDeprecated, before.extensions),
            Lifecycle.Marks(isDeprecated: after.isDeprecated, after.extensions)
        )
        let events = record.lifecycle.events(from: marks.0, to: marks.1)
        for (event, detail) in events {
            let rule = SchemaRule.Announcements.rule(of: event)
            record.note(
                rule.rule(in: .requestParameter), detail, of: subject, part: part, old: before.location,
                new: after.location)
        }
        compareValues(before, after, part, &record)
        if before.description != after.description { note(Rule.Parameters.descriptionChanged) }
        if Samples(before.example, before.examples) != Samples(after.example, after.examples) {
            note(Rule.Parameters.examplesChanged)
        }
        for (key, detail) in ExtensionDifference.between(
            before.extensions, after.extensions, leavingOutAnnouncements: !events.isEmpty)
        {
            note(Rule.Parameters.extensionChanged, "\(key): \(detail)")
        }
    }

    private func compareValues(
        _ before: OpenAPI.Parameter, _ after: OpenAPI.Parameter, _ part: String, _ record: inout DifferenceRecord
    ) {
        func note(_ rule: Rule, _ detail: String = "") {
            record.note(rule, detail, of: subject, part: part, old: before.location, new: after.location)
        }
        if case .schema(_, let layout) = before.value, case .schema(_, let other) = after.value {
            if layout.style != other.style {
                note(Rule.Parameters.styleChanged, NodeText.change(layout.style.rawValue, other.style.rawValue))
            } else if layout.explode != other.explode {
                note(Rule.Parameters.explodeChanged, NodeText.change("\(layout.explode)", "\(other.explode)"))
            }
            if layout.allowsReserved != other.allowsReserved {
                note(other.allowsReserved ? Rule.Parameters.reservedAllowed : Rule.Parameters.reservedForbidden)
            }
        }
        let values = ValuePair(before.value, after.value)
        if let change = values.mediaTypeChange { note(Rule.Parameters.contentChanged, change) }
        if let (old, new) = values.schemas { record.compare(old, new, in: .requestParameter, of: subject, part: part) }
    }
}
