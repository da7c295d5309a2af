import QuillOpenAPI

/// Compares the requests that the service sends: webhooks, and callbacks in operations.
struct WebhooksComparison {
    let old: OpenAPI.Document
    let new: OpenAPI.Document
    let security: SecurityComparison

    func run(_ record: inout DifferenceRecord) {
        for entry in old.webhooks where new.webhooks[entry.key] == nil {
            for operation in entry.value.operations {
                record.note(
                    Rule.Operations.webhookRemoved, of: subject(entry.key, operation), old: operation.location,
                    new: nil)
            }
        }
        for entry in new.webhooks {
            let before = old.webhooks[entry.key]
            for operation in before?.operations ?? []
            where !entry.value.operations.contains(where: { $0.method == operation.method }) {
                record.note(
                    Rule.Operations.webhookRemoved, of: subject(entry.key, operation), old: operation.location,
                    new: entry.keyLocation)
            }
            for operation in entry.value.operations {
                let subject = subject(entry.key, operation)
                guard let before, let counterpart = before.operations.first(where: { $0.method == operation.method }),
                    let name = subject.operation
                else {
                    record.note(Rule.Operations.webhookAdded, of: subject, old: nil, new: operation.location)
                    continue
                }
                OperationComparison(
                    old: .init(document: old, path: entry.key, item: before, operation: counterpart),
                    new: .init(document: new, path: entry.key, item: entry.value, operation: operation), name: name,
                    security: security
                ).run(&record)
            }
        }
    }

    private func subject(_ name: String, _ operation: OpenAPI.Operation) -> DifferenceRecord.Subject {
        .init(
            operation: OperationName(
                kind: .webhook, method: operation.method.name, path: name, id: operation.operationID),
            isUnstable: false)
    }
}

/// Compares the callbacks of an operation.
struct CallbacksComparison {
    let old: OperationUse
    let new: OperationUse
    let name: OperationName
    let security: SecurityComparison

    func run(_ record: inout DifferenceRecord) {
        let before = Self.operations(old.operation)
        let after = Self.operations(new.operation)
        for callback in before where !after.contains(where: { $0.isSame(as: callback) }) {
            record.note(
                Rule.Operations.callbackRemoved, of: subject(callback), old: callback.operation.location,
                new: new.operation.location)
        }
        for callback in after {
            let subject = subject(callback)
            guard let counterpart = before.first(where: { $0.isSame(as: callback) }), let name = subject.operation
            else {
                record.note(
                    Rule.Operations.callbackAdded, of: subject, old: old.operation.location,
                    new: callback.operation.location)
                continue
            }
            OperationComparison(
                old: .init(
                    document: old.document, path: callback.path, item: counterpart.item,
                    operation: counterpart.operation),
                new: .init(
                    document: new.document, path: callback.path, item: callback.item, operation: callback.operation),
                name: name, security: security
            ).run(&record)
        }
    }

    /// One request of one callback.
    private struct Request {
        let callback: String
        let path: String
        let item: OpenAPI.PathItem
        let operation: OpenAPI.Operation

        func isSame(as other: Request) -> Bool {
            callback == other.callback && path == other.path && operation.method == other.operation.method
        }
    }

    private static func operations(_ operation: OpenAPI.Operation) -> [Request] {
        operation.callbacks.flatMap { callback in
            callback.value.paths.flatMap { path in
                path.value.operations.map {
                    Request(callback: callback.key, path: path.key, item: path.value, operation: $0)
                }
            }
        }
    }

    private func subject(_ request: Request) -> DifferenceRecord.Subject {
        .init(
            operation: OperationName(
                kind: .callback(of: name.text), method: request.operation.method.name,
                path: "\(request.callback) \(request.path)", id: request.operation.operationID),
            isUnstable: false)
    }
}
