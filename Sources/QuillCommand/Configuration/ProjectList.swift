import QuillDiagnostics
import QuillNodes

extension Project {
    /// What a configuration with several documents names.
    ///
    ///     { "access": "public",
    ///       "documents": [ { "document": "pets.yaml", "name": "Pets" }, { "document": "shops.yaml" } ] }
    ///
    /// Each entry is a configuration; what stands beside `documents` counts for every entry that does not have it.
    /// - Returns: nil where there is no `documents`.
    static func list(_ root: Node, file: FilePath) throws(DiagnosticsError) -> [Project]? {
        guard let object = root.object, let list = object["documents"] else { return nil }
        try ConfigurationCheck.check(root)
        if let other = object.member("document") {
            throw DiagnosticsError([
                .error(
                    .wrongType, "the configuration has both `document` and `documents`", at: other.keyLocation,
                    notes: [.init("move the one into the other, which is a list")])
            ])
        }
        let entries = list.array ?? []
        guard !entries.isEmpty else {
            throw DiagnosticsError([.error(.wrongType, "`documents` is an empty list", at: list.location)])
        }
        let shared = object.filter { $0.key != "documents" }
        var projects: [Project] = []
        for entry in entries {
            let own = entry.object.map(Array.init) ?? []
            let keys = Set(own.map(\.key))
            let merged = NodeObject(own + shared.filter { !keys.contains($0.key) })
            projects.append(try Project(Node(.object(merged), at: entry.location), file: file))
        }
        return projects
    }
}
