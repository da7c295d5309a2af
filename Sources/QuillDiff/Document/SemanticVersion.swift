/// A version of Semantic Versioning 2.0.0: `1.4.2`.
public struct SemanticVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let major: Int
    public let minor: Int
    public let patch: Int
    /// What stands behind a dash: `beta.1`.
    public let prerelease: String?
    /// Whether the text began with a `v`.
    private let hasLetter: Bool

    /// Also `1.4`, `1` and `v1`, since documents have them; nil for anything else, as dates.
    public init?(_ text: String) {
        var rest = text[...]
        hasLetter = rest.first == "v" || rest.first == "V"
        if hasLetter { rest = rest.dropFirst() }
        rest = rest.prefix { $0 != "+" }
        let dash = rest.firstIndex(of: "-")
        prerelease = dash.map { String(rest[rest.index(after: $0)...]) }
        let numbers = rest[..<(dash ?? rest.endIndex)].split(separator: ".", omittingEmptySubsequences: false)
        guard (1...3).contains(numbers.count) else { return nil }
        var parts: [Int] = []
        for number in numbers {
            guard number.utf8.count <= 9, number.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                let value = Int(number)
            else { return nil }
            parts.append(value)
        }
        // `2024-11-21` is a day.
        if parts.count == 1, dash != nil || parts[0] > 1000 { return nil }
        major = parts[0]
        minor = parts.count > 1 ? parts[1] : 0
        patch = parts.count > 2 ? parts[2] : 0
    }

    private init(major: Int, minor: Int, patch: Int, hasLetter: Bool) {
        self.major = major
        self.minor = minor
        self.patch = patch
        prerelease = nil
        self.hasLetter = hasLetter
    }

    /// How much of an API changed.
    public enum Step: String, Sendable, Hashable, Comparable, CaseIterable {
        case none, patch, minor, major

        public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// The version after this one. While the first number is 0, what breaks raises the second one, and all else the
    /// third (§4 leaves it open; package managers read it so). A version before its release is released.
    public func next(after step: Step) -> SemanticVersion {
        let step = major == 0 ? (step == .major ? .minor : min(step, .patch)) : step
        if prerelease != nil, step != .none {
            let isEnough = step == .patch || (step == .minor && patch == 0) || (minor == 0 && patch == 0)
            if isEnough { return made(major, minor, patch) }
        }
        return switch step {
        case .none: self
        case .patch: made(major, minor, patch + 1)
        case .minor: made(major, minor + 1, 0)
        case .major: made(major + 1, 0, 0)
        }
    }

    private func made(_ major: Int, _ minor: Int, _ patch: Int) -> SemanticVersion {
        SemanticVersion(major: major, minor: minor, patch: patch, hasLetter: hasLetter)
    }

    public static func < (left: Self, right: Self) -> Bool {
        let numbers = ([left.major, left.minor, left.patch], [right.major, right.minor, right.patch])
        if numbers.0 != numbers.1 { return numbers.0.lexicographicallyPrecedes(numbers.1) }
        guard let before = left.prerelease else { return false }
        guard let after = right.prerelease else { return true }
        return precedes(before, after)
    }

    /// §11.4: part by part, numbers by value and before words.
    private static func precedes(_ left: String, _ right: String) -> Bool {
        let parts = (left.split(separator: "."), right.split(separator: "."))
        for (before, after) in zip(parts.0, parts.1) where before != after {
            switch (Int(before), Int(after)) {
            case (let before?, let after?): return before < after
            case (_?, nil): return true
            case (nil, _?): return false
            case (nil, nil): return before < after
            }
        }
        return parts.0.count < parts.1.count
    }

    public var description: String {
        (hasLetter ? "v" : "") + "\(major).\(minor).\(patch)" + (prerelease.map { "-\($0)" } ?? "")
    }
}

extension APIDifference {
    /// How much of the API changed for its callers.
    public var step: SemanticVersion.Step {
        changes.map { change in
            if change.rule.isDocumentation { return .patch }
            return change.impact.callers == .breaking ? .major : .minor
        }
        .max() ?? .none
    }

    /// The version that the changes call for; nil where the old one is no semantic version.
    public var nextVersion: SemanticVersion? { SemanticVersion(versions.old)?.next(after: step) }
}
