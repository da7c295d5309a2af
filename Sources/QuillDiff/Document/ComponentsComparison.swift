import QuillOpenAPI

/// Compares the names of schemas. What they say is compared where they are used.
struct ComponentsComparison {
    let old: OpenAPI.Document
    let new: OpenAPI.Document

    /// - Returns: the new name of each schema that only has another one.
    func run(_ record: inout DifferenceRecord) -> [String: String] {
        let (before, after) = (old.components.schemas, new.components.schemas)
        // Schemas that no operation uses are looked at too, so that renames inside them show.
        for entry in before {
            guard let other = after[entry.key] else { continue }
            record.compare(
                .reference(target: entry.value, siblings: nil, location: entry.keyLocation),
                .reference(
                    target: other, siblings: nil, location: after.entry(entry.key)?.keyLocation ?? entry.keyLocation),
                named: entry.key)
        }
        let renamed = record.renamedSchemas
        var taken: Set<String> = []
        var found: [String: String] = [:]
        for entry in before where after[entry.key] == nil {
            if let name = renamed[entry.key], before[name] == nil, let other = after.entry(name),
                taken.insert(name).inserted
            {
                found[entry.key] = name
                record.note(
                    Rule.Components.schemaRenamed, NodeText.change(entry.key, name), old: entry.keyLocation,
                    new: other.keyLocation)
            } else {
                record.note(Rule.Components.schemaRemoved, entry.key, old: entry.keyLocation, new: nil)
            }
        }
        for entry in after where before[entry.key] == nil && !taken.contains(entry.key) {
            record.note(Rule.Components.schemaAdded, entry.key, old: nil, new: entry.keyLocation)
        }
        return found
    }
}
