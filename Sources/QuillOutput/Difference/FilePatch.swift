/// The patch of one file, with the header lines by which git knows what came and what went.
struct FilePatch {
    let path: String
    /// Nil where the file does not exist before, or afterwards.
    let old: [UInt8]?
    let new: [UInt8]?

    func text(_ context: Int) -> String {
        let header: String
        switch (old, new) {
        case (nil, _): header = "new file mode 100644\n"
        case (_, nil): header = "deleted file mode 100644\n"
        default: header = ""
        }
        let hunks = UnifiedDifference.bytes(
            old: old ?? [], new: new ?? [],
            oldName: old == nil ? "/dev/null" : name("a/"), newName: new == nil ? "/dev/null" : name("b/"),
            context: context)
        return "diff --git \(quoted("a/")) \(quoted("b/"))\n" + header + String(decoding: hunks, as: UTF8.self)
    }

    /// The name as it stands behind `---`: a tab ends a name that has spaces.
    private func name(_ prefix: String) -> String {
        let name = quoted(prefix)
        return path.contains(" ") && !name.hasPrefix("\"") ? name + "\t" : name
    }

    /// Names have no control characters and no backslash: only a quotation mark needs care.
    private func quoted(_ prefix: String) -> String {
        guard path.contains("\"") else { return prefix + path }
        return "\"" + prefix + path.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
            + "\""
    }
}
