import QuillDiagnostics
import QuillOpenAPI

/// An operation with what it inherits from.
struct OperationUse {
    let document: OpenAPI.Document
    let path: String
    let item: OpenAPI.PathItem
    let operation: OpenAPI.Operation

    var parameters: [OpenAPI.Parameter] { item.parameters(of: operation) }
}

/// Compares an operation of both documents.
struct OperationComparison {
    let old: OperationUse
    let new: OperationUse
    let name: OperationName
    let security: SecurityComparison

    func run(_ record: inout DifferenceRecord) {
        let (before, after) = (old.operation, new.operation)
        let marks = (
            Lifecycle.Marks(isDeprecated: before.isDeprecated, before.extensions),
            Lifecycle.Marks(isDeprecated: after.isDeprecated, after.extensions)
        )
        let subject = DifferenceRecord.Subject(operation: name, isUnstable: marks.0.isUnstable)
        // What the document requires of callers is nothing that the service has to show them.
        if !name.isReversed || before.security != nil || after.security != nil {
            security.run(before, after, of: subject, &record)
        }
        compareLifecycle(marks.0, marks.1, subject, &record)
        ParametersComparison(old: old, new: new, subject: subject).run(&record)
        RequestBodyComparison(subject: subject, old: before, new: after).run(&record)
        ResponsesComparison(subject: subject, old: before, new: after).run(&record)
        if !old.item.servers.isEmpty || !before.servers.isEmpty || !new.item.servers.isEmpty || !after.servers.isEmpty {
            ServersComparison.run(
                old.document.servers(of: before, in: old.item), new.document.servers(of: after, in: new.item),
                of: subject, &record)
        }
        // A callback of a callback is as deep as anyone goes.
        if case .callback = name.kind {
        } else {
            CallbacksComparison(old: old, new: new, name: name, security: security).run(&record)
        }
        compareRemarks(subject, &record)
    }

    private func compareLifecycle(
        _ before: Lifecycle.Marks, _ after: Lifecycle.Marks, _ subject: DifferenceRecord.Subject,
        _ record: inout DifferenceRecord
    ) {
        let events = record.lifecycle.events(from: before, to: after)
        for (event, detail) in events {
            record.note(
                Rule.Operations.rule(of: event), detail, of: subject, old: old.operation.location,
                new: new.operation.location)
        }
        let pairs = [
            (old.operation.extensions, new.operation.extensions), (old.item.extensions, new.item.extensions),
        ]
        for (before, after) in pairs {
            for (key, detail) in ExtensionDifference.between(
                before, after, leavingOutAnnouncements: !events.isEmpty)
            {
                record.note(
                    Rule.Operations.extensionChanged, "\(key): \(detail)", of: subject, old: old.operation.location,
                    new: new.operation.location)
            }
        }
    }

    private func compareRemarks(_ subject: DifferenceRecord.Subject, _ record: inout DifferenceRecord) {
        let (before, after) = (old.operation, new.operation)
        func note(_ rule: Rule, _ detail: String = "") {
            record.note(rule, detail, of: subject, old: before.location, new: after.location)
        }
        switch (before.operationID, after.operationID) {
        case (nil, let id?): note(Rule.Operations.idAdded, id)
        case (let id?, nil): note(Rule.Operations.idRemoved, id)
        case (let old, let new) where old != new: note(Rule.Operations.idChanged, NodeText.change(old, new))
        default: break
        }
        for tag in after.tags where !before.tags.contains(tag) { note(Rule.Operations.tagAdded, tag) }
        for tag in before.tags where !after.tags.contains(tag) { note(Rule.Operations.tagRemoved, tag) }
        if before.summary != after.summary {
            note(Rule.Operations.summaryChanged, NodeText.change(before.summary, after.summary))
        }
        if before.description != after.description { note(Rule.Operations.descriptionChanged) }
        if before.externalDocs?.url != after.externalDocs?.url {
            note(
                Rule.Operations.externalDocsChanged,
                NodeText.change(before.externalDocs?.url, after.externalDocs?.url))
        }
    }
}
