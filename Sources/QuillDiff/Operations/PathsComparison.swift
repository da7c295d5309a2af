import QuillDiagnostics
import QuillOpenAPI

/// Finds which operations come and go, and compares those that stay.
struct PathsComparison {
    let old: OpenAPI.Document
    let new: OpenAPI.Document
    let security: SecurityComparison

    func run(_ record: inout DifferenceRecord) {
        let partners = PathPartners(old.paths, new.paths)
        for entry in old.paths {
            let other = partners.new(of: entry.key)
            for operation in entry.value.operations
            where other?.value.operations.contains(where: { $0.method == operation.method }) != true {
                noteRemoval(operation, of: entry, isPathGone: other == nil, &record)
            }
        }
        for entry in new.paths {
            let before = partners.old(of: entry.key)
            if let before { noteRenames(before, entry, &record) }
            for operation in entry.value.operations {
                let name = OperationName(
                    kind: .operation, method: operation.method.name, path: entry.key, id: operation.operationID)
                guard let before,
                    let counterpart = before.value.operations.first(where: { $0.method == operation.method })
                else {
                    let subject = DifferenceRecord.Subject(operation: name, isUnstable: false)
                    record.note(Rule.Operations.added, of: subject, old: nil, new: operation.location)
                    continue
                }
                OperationComparison(
                    old: .init(document: old, path: before.key, item: before.value, operation: counterpart),
                    new: .init(document: new, path: entry.key, item: entry.value, operation: operation),
                    name: name, security: security
                ).run(&record)
            }
        }
    }

    private func noteRemoval(
        _ operation: OpenAPI.Operation, of entry: OpenAPI.Map<OpenAPI.PathItem>.Entry, isPathGone: Bool,
        _ record: inout DifferenceRecord
    ) {
        let marks = Lifecycle.Marks(isDeprecated: operation.isDeprecated, operation.extensions)
        let rules = isPathGone ? Rule.Operations.ofPath : Rule.Operations.ofOperation
        let (rule, detail) = rules.rule(of: record.lifecycle.removal(of: marks))
        let name = OperationName(
            kind: .operation, method: operation.method.name, path: entry.key, id: operation.operationID)
        record.note(
            rule, [detail, heir(of: operation)].filter { !$0.isEmpty }.joined(separator: "; "),
            of: .init(operation: name, isUnstable: marks.isUnstable), old: operation.location, new: nil)
    }

    /// Where the operation of the same name is now.
    private func heir(of operation: OpenAPI.Operation) -> String {
        guard let id = operation.operationID else { return "" }
        for entry in new.paths {
            for other in entry.value.operations where other.operationID == id {
                return "`\(id)` is now \(other.method.name) \(entry.key)"
            }
        }
        return ""
    }

    private func noteRenames(
        _ before: OpenAPI.Map<OpenAPI.PathItem>.Entry, _ after: OpenAPI.Map<OpenAPI.PathItem>.Entry,
        _ record: inout DifferenceRecord
    ) {
        guard before.key != after.key, let old = OpenAPI.PathTemplate(before.key),
            let new = OpenAPI.PathTemplate(after.key)
        else { return }
        for (name, other) in zip(old.parameterNames, new.parameterNames) where name != other {
            for operation in after.value.operations {
                let subject = OperationName(
                    kind: .operation, method: operation.method.name, path: after.key, id: operation.operationID)
                record.note(
                    Rule.Parameters.pathRenamed, NodeText.change(name, other),
                    of: .init(operation: subject, isUnstable: false), part: "path parameter `\(other)`",
                    old: before.keyLocation, new: after.keyLocation)
            }
        }
    }
}

/// Which old path is which new one: names of parameters in braces do not count.
struct PathPartners {
    private var newByOld: [String: OpenAPI.Map<OpenAPI.PathItem>.Entry] = [:]
    private var oldByNew: [String: OpenAPI.Map<OpenAPI.PathItem>.Entry] = [:]

    init(_ old: OpenAPI.Map<OpenAPI.PathItem>, _ new: OpenAPI.Map<OpenAPI.PathItem>) {
        var shapes: [String: [OpenAPI.Map<OpenAPI.PathItem>.Entry]] = [:]
        for entry in new {
            if let before = old.entry(entry.key) {
                newByOld[entry.key] = entry
                oldByNew[entry.key] = before
            } else {
                shapes[Self.shape(entry.key), default: []].append(entry)
            }
        }
        for entry in old where newByOld[entry.key] == nil {
            let shape = Self.shape(entry.key)
            guard let partner = shapes[shape]?.first else { continue }
            shapes[shape]?.removeFirst()
            newByOld[entry.key] = partner
            oldByNew[partner.key] = entry
        }
    }

    private static func shape(_ path: String) -> String { OpenAPI.PathTemplate(path)?.shape ?? path }

    func new(of path: String) -> OpenAPI.Map<OpenAPI.PathItem>.Entry? { newByOld[path] }
    func old(of path: String) -> OpenAPI.Map<OpenAPI.PathItem>.Entry? { oldByNew[path] }
}
