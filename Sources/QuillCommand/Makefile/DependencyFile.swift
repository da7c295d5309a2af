import QuillDiagnostics

/// What a target was made from, as Make, Ninja and others read it.
///
///     build/api.stamp: \
///         spec/api.yaml \
///         spec/my\ models.yaml
///
///     spec/api.yaml:
///     spec/my\ models.yaml:
///
/// The rules without prerequisites are there for a file that is removed together with the last reference to it: Make
/// would otherwise insist on it.
struct DependencyFile {
    let target: String
    let prerequisites: [String]

    /// - Throws: where a path has a line break, which the format cannot express.
    init(target: String, prerequisites: [String]) throws(DiagnosticsError) {
        for path in [target] + prerequisites where path.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\r" }) {
            throw DiagnosticsError([
                .error(
                    .output, "`\(path)` has a line break in its name, which a dependency file cannot express",
                    at: nil, notes: [.init("rename the file")])
            ])
        }
        self.target = target
        self.prerequisites = prerequisites
    }

    var text: String {
        var text = Self.escaped(target) + ":"
        for path in prerequisites { text += " \\\n    " + Self.escaped(path) }
        text += "\n"
        // In a target `%` would make a pattern of the rule, and Ninja does not know an escape for it.
        let paths = prerequisites.filter { !$0.contains("%") && $0 != target }
        if !paths.isEmpty { text += "\n" }
        for path in paths { text += Self.escaped(path) + ":\n" }
        return text
    }

    /// A path as one word: what would end or change it stands behind a backslash, `$` behind another one. Backslashes
    /// count only where such a character follows them.
    static func escaped(_ path: String) -> String {
        var text = ""
        var backslashes = 0
        // At the start it means somebody's home.
        if path.hasPrefix("~") { text = "./" }
        for scalar in path.unicodeScalars {
            switch scalar {
            case " ", "#", ":", "\t":
                text += String(repeating: "\\", count: backslashes + 1)
            case "$": text += "$"
            default: break
            }
            backslashes = scalar == "\\" ? backslashes + 1 : 0
            text.unicodeScalars.append(scalar)
        }
        return text
    }
}
