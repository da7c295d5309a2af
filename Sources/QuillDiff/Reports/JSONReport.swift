import QuillAPI
import QuillDiagnostics
import QuillNodes

extension DifferenceReport {
    /// The comparison for machines: every change, whatever is shown to people.
    ///
    /// `format` is 1 until a member changes its meaning; members may be added.
    public var json: String {
        var places = ReportPlaces()
        let root = Node.object([
            "format": .integer(1),
            "old": .object(["document": .text(names.old), "version": .text(difference.versions.old)]),
            "new": .object(["document": .text(names.new), "version": .text(difference.versions.new)]),
            "severity": .object([
                "callers": difference.severity(for: .callers).map { .text($0.rawValue) },
                "implementers": difference.severity(for: .implementers).map { .text($0.rawValue) },
            ]),
            "step": .text(difference.step.rawValue),
            "nextVersion": difference.nextVersion.map { .text($0.description) },
            "changes": .list(difference.changes.map { node($0, reason: nil, &places) }),
            "ignored": .list(ignored.map { node($0.change, reason: $0.reason, &places) }),
        ])
        return root.jsonText(pretty: true) + "\n"
    }

    private func node(_ change: Change, reason: String?, _ places: inout ReportPlaces) -> Node {
        .object([
            "rule": .text(change.rule.id),
            "concern": .text(change.rule.concern.rawValue),
            "callers": .text(change.impact.callers.rawValue),
            "implementers": .text(change.impact.implementers.rawValue),
            "documentation": .flag(change.rule.isDocumentation),
            "message": .text(change.message),
            "summary": .text(change.rule.summary),
            "detail": .text(change.detail),
            "reason": .text(change.reason),
            "schema": change.schema.map { .text($0) },
            "old": change.old.map { node($0, &places) },
            "new": change.new.map { node($0, &places) },
            "occurrences": .list(change.occurrences.map(node)),
            "ignoredBecause": reason.map { .text($0) },
        ])
    }

    private func node(_ location: SourceLocation, _ places: inout ReportPlaces) -> Node {
        let (line, column) = places.position(of: location)
        return .object([
            "file": .text(location.source.path), "line": .integer(line), "column": .integer(column),
        ])
    }

    private func node(_ occurrence: Occurrence) -> Node {
        .object([
            "operation": occurrence.operation.map { operation in
                .object([
                    "kind": .text(operation.kindName),
                    "method": .text(operation.method),
                    "path": .text(operation.path),
                    "operationId": operation.id.map { .text($0) },
                ])
            },
            "part": .text(occurrence.part),
            "path": .text(occurrence.path),
        ])
    }
}

extension OperationName {
    fileprivate var kindName: String {
        switch kind {
        case .operation: "operation"
        case .webhook: "webhook"
        case .callback: "callback"
        }
    }
}
