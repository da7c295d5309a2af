import QuillDiagnostics
import QuillNodes

/// Changes that were agreed on, each with the reason why.
///
///     [
///       { "rule": "request-property-removed", "operation": "POST /pets", "at": "*tags*", "reason": "never used" },
///       { "rule": "api-security-*", "reason": "keys were exchanged in May", "until": "2027-05-01" }
///     ]
public struct IgnoreList: Sendable {
    /// What is ignored, and why. What is not stated does not matter; `*` stands for any text.
    public struct Entry: Sendable {
        public let rule: String
        /// `POST /pets/*`
        public let operation: String?
        /// The part and the value in it, as reports have them: `request body*name`.
        public let at: String?
        /// The named schema that the change stands in.
        public let schema: String?
        public let reason: String
        /// The last day that the entry counts.
        public let until: Day?
        public let location: SourceLocation
    }

    public let entries: [Entry]

    public init(_ entries: [Entry] = []) {
        self.entries = entries
    }

    /// The entries of a list, or of the member `ignore` of an object.
    ///
    /// - Throws: where an entry has no `rule` or no `reason`, or a key that means nothing.
    public init(_ node: Node) throws(DiagnosticsError) {
        var faults: [Diagnostic] = []
        guard let nodes = (node.object == nil ? node : node["ignore"] ?? node).array else {
            throw DiagnosticsError([
                .error(.wrongType, "the list of what to ignore is \(node.kindDescription)", at: node.location)
            ])
        }
        entries = nodes.compactMap { Self.entry($0, &faults) }
        guard faults.isEmpty else { throw DiagnosticsError(faults) }
    }

    private static let keys = ["rule", "operation", "at", "schema", "reason", "until"]

    private static func entry(_ node: Node, _ faults: inout [Diagnostic]) -> Entry? {
        let count = faults.count
        guard let object = node.object else {
            faults.append(
                .error(
                    .wrongType, "an entry is \(node.kindDescription), where an object is expected", at: node.location))
            return nil
        }
        var texts: [String: String] = [:]
        for member in object where !member.key.hasPrefix("//") {
            guard keys.contains(member.key) else {
                let near = Spelling.nearest(to: member.key, among: keys)
                faults.append(
                    .error(
                        .unknownKey, "an entry of what to ignore has no key `\(member.key)`", at: member.keyLocation,
                        notes: near.map { [.init("did you mean `\($0)`?")] } ?? []))
                continue
            }
            guard let text = member.value.string, !text.isEmpty else {
                faults.append(
                    .error(
                        .wrongType, "`\(member.key)` is \(member.value.kindDescription), where a text is expected",
                        at: member.value.location))
                continue
            }
            texts[member.key] = text
        }
        for key in ["rule", "reason"] where texts[key] == nil && faults.count == count {
            faults.append(
                .error(.missingKey, "an entry of what to ignore has no `\(key)`", at: node.location))
        }
        var until: Day?
        if let text = texts["until"] {
            until = Day(text)
            if until == nil {
                faults.append(
                    .error(
                        .wrongType, "`until` is no day: `\(text)`", at: object["until"]?.location,
                        notes: [.init("write it as 2027-01-31")]))
            }
        }
        guard faults.count == count, let rule = texts["rule"], let reason = texts["reason"] else { return nil }
        return Entry(
            rule: rule, operation: texts["operation"], at: texts["at"], schema: texts["schema"], reason: reason,
            until: until, location: node.location)
    }

    /// The changes that remain, those that do not, and the entries that were of no use.
    ///
    /// A change that shows in several operations remains in those that no entry is for.
    public func apply(
        to changes: [Change], today: Day
    ) -> (kept: [Change], ignored: [(change: Change, reason: String)], unused: [Entry]) {
        var used = Array(repeating: false, count: entries.count)
        var kept: [Change] = []
        var ignored: [(change: Change, reason: String)] = []
        for change in changes {
            var remaining: [Occurrence] = []
            var taken: [Int: [Occurrence]] = [:]
            for occurrence in change.occurrences {
                let index = entries.firstIndex { $0.isFor(change, at: occurrence, today: today) }
                if let index { taken[index, default: []].append(occurrence) } else { remaining.append(occurrence) }
            }
            for (index, occurrences) in taken.sorted(by: { $0.key < $1.key }) {
                used[index] = true
                ignored.append((change.showing(occurrences), entries[index].reason))
            }
            if !remaining.isEmpty { kept.append(change.showing(remaining)) }
        }
        return (kept, ignored, zip(entries, used).filter { !$0.1 }.map(\.0))
    }
}

extension IgnoreList.Entry {
    fileprivate func isFor(_ change: Change, at occurrence: Occurrence, today: Day) -> Bool {
        if let until, until < today { return false }
        guard Wildcard.matches(rule, change.rule.id) else { return false }
        if let schema, !Wildcard.matches(schema, change.schema ?? "") { return false }
        if let operation {
            guard let name = occurrence.operation,
                Wildcard.matches(operation, name.text) || name.id.map({ Wildcard.matches(operation, $0) }) == true
            else { return false }
        }
        guard let at else { return true }
        let place = [occurrence.part, occurrence.path].filter { !$0.isEmpty }.joined(separator: " ")
        return Wildcard.matches(at, place) || Wildcard.matches(at, occurrence.path)
    }
}

extension Change {
    fileprivate func showing(_ occurrences: [Occurrence]) -> Change {
        Change(
            rule: rule, impact: impact, reason: reason, detail: detail, schema: schema, occurrences: occurrences,
            old: old, new: new)
    }
}

/// Patterns in which `*` stands for any text.
enum Wildcard {
    static func matches(_ pattern: String, _ text: String) -> Bool {
        let (pattern, text) = (Array(pattern.utf8), Array(text.utf8))
        var (inPattern, inText) = (0, 0)
        // Where to go on when what followed the last star does not fit.
        var retry: (pattern: Int, text: Int)?
        while inText < text.count {
            if inPattern < pattern.count, pattern[inPattern] == UInt8(ascii: "*") {
                retry = (inPattern + 1, inText)
                inPattern += 1
            } else if inPattern < pattern.count, pattern[inPattern] == text[inText] {
                inPattern += 1
                inText += 1
            } else if let point = retry {
                retry = (point.pattern, point.text + 1)
                inPattern = point.pattern
                inText = point.text + 1
            } else {
                return false
            }
        }
        return pattern[inPattern...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
