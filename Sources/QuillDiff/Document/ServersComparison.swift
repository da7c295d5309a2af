import QuillDiagnostics
import QuillOpenAPI

/// Compares the places where an API, or an operation of it, is served.
enum ServersComparison {
    static func run(
        _ old: [OpenAPI.Server], _ new: [OpenAPI.Server], of subject: DifferenceRecord.Subject,
        _ record: inout DifferenceRecord
    ) {
        let (before, after) = (old.map(address), new.map(address))
        var isSettled = true
        for (index, server) in old.enumerated() {
            guard let other = after.firstIndex(of: before[index]) else {
                isSettled = isSettled && index != 0
                record.note(Rule.Servers.removed, server.url, of: subject, old: server.location, new: nil)
                continue
            }
            compare(server, new[other], of: subject, &record)
        }
        for (index, server) in new.enumerated() where !before.contains(after[index]) {
            record.note(Rule.Servers.added, server.url, of: subject, old: nil, new: server.location)
        }
        if isSettled, let first = before.first, let other = after.first, first != other {
            record.note(
                Rule.Servers.firstChanged, NodeText.change(old.first?.url, new.first?.url), of: subject,
                old: old.first?.location, new: new.first?.location)
        }
    }

    /// A URL without the slash at its end, which no request can show.
    private static func address(_ server: OpenAPI.Server) -> String {
        server.url.hasSuffix("/") ? String(server.url.dropLast()) : server.url
    }

    private static func compare(
        _ old: OpenAPI.Server, _ new: OpenAPI.Server, of subject: DifferenceRecord.Subject,
        _ record: inout DifferenceRecord
    ) {
        if old.description != new.description || old.name != new.name {
            record.note(
                Rule.Servers.descriptionChanged, new.url, of: subject, old: old.location, new: new.location)
        }
        for variable in old.variables {
            guard let other = new.variables[variable.key] else {
                record.note(
                    Rule.Servers.variableRemoved, variable.key, of: subject, old: variable.keyLocation,
                    new: new.location)
                continue
            }
            let (before, after) = (variable.value, other)
            if before.defaultValue != after.defaultValue {
                record.note(
                    Rule.Servers.variableDefaultChanged,
                    "\(variable.key): \(NodeText.change(before.defaultValue, after.defaultValue))", of: subject,
                    old: before.location, new: after.location)
            }
            compareValues(variable.key, before, after, of: subject, &record)
        }
        for variable in new.variables where old.variables[variable.key] == nil {
            record.note(
                Rule.Servers.variableAdded, variable.key, of: subject, old: old.location, new: variable.keyLocation)
        }
    }

    /// No values stated means any.
    private static func compareValues(
        _ name: String, _ old: OpenAPI.ServerVariable, _ new: OpenAPI.ServerVariable,
        of subject: DifferenceRecord.Subject, _ record: inout DifferenceRecord
    ) {
        let (before, after) = (old.allowedValues, new.allowedValues)
        func note(_ rule: Rule, _ value: String) {
            record.note(rule, "\(name): \(value)", of: subject, old: old.location, new: new.location)
        }
        if before.isEmpty, !after.isEmpty {
            note(Rule.Servers.variableValueRemoved, "all but \(after.joined(separator: ", "))")
        } else if after.isEmpty, !before.isEmpty {
            note(Rule.Servers.variableValueAdded, "any")
        } else {
            for value in before where !after.contains(value) { note(Rule.Servers.variableValueRemoved, value) }
            for value in after where !before.contains(value) { note(Rule.Servers.variableValueAdded, value) }
        }
    }
}
