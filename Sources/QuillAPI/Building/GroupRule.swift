import QuillDiagnostics

/// Which group operations are in, whatever their tags are: those of a path and of every path below it.
///
///     "/guilds": "guilds"            /guilds, /guilds/{id}, /guilds/{id}/members, …
public struct GroupRule: Sendable, Hashable {
    public let path: String
    /// The names from the outermost group inwards.
    public let group: [String]
    /// Where it is asked for.
    public let location: SourceLocation?

    /// - Parameter group: as a tag names it: `environments/datasets`.
    public init(path: String, group: String, at location: SourceLocation? = nil) {
        self.path = path
        self.group = EndpointLowering.groupPath(group)
        self.location = location
    }

    /// Whether the rule speaks of a path.
    public func matches(_ path: String) -> Bool {
        let own = Self.segments(self.path)
        return Self.segments(path).starts(with: own)
    }

    private static func segments(_ path: String) -> [Substring] { path.split(separator: "/") }
}

extension [GroupRule] {
    /// The rule for a path: the one that says most of it.
    func rule(for path: String) -> GroupRule? {
        filter { $0.matches(path) }.max { $0.path.utf8.count < $1.path.utf8.count }
    }

    /// Rules that no path of a document needs.
    func unused(in paths: [String]) -> [GroupRule] { filter { rule in !paths.contains(where: rule.matches) } }
}
