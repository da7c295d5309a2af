import QuillNodes
import QuillOpenAPI

/// What was announced to last, and for how long.
struct Lifecycle {
    /// The day of the comparison.
    let today: Day
    /// How many days must lie between an announcement and the end of what it is about; 0 where none have to.
    let graceDays: Int

    /// What something says about its own future.
    struct Marks {
        let isDeprecated: Bool
        /// `x-sunset`
        let sunset: Node?
        /// `x-stability-level`
        let stability: Node?

        init(isDeprecated: Bool, _ extensions: [OpenAPI.Extension]) {
            self.isDeprecated = isDeprecated
            sunset = extensions.first { $0.key == "x-sunset" }?.value
            stability = extensions.first { $0.key == "x-stability-level" }?.value
        }

        /// The day on which it ends; nil where none is stated, or none that there is.
        var day: Day? { sunset?.string.flatMap { Day($0) } }

        /// How stable it is, the least first; nil where it is no word that is known.
        var level: Int? {
            guard let stability else { return Self.levels.count - 1 }
            return stability.string.flatMap { Self.levels.firstIndex(of: $0.lowercased()) }
        }

        private static let levels = ["draft", "alpha", "beta", "stable"]

        /// `beta`
        var levelName: String { stability.map(NodeText.short) ?? "stable" }

        /// Whether changes may come without notice.
        var isUnstable: Bool { (level ?? Self.levels.count) < 2 }
    }

    /// What became of the announcements.
    enum Event: Hashable {
        case deprecated, deprecatedWithSunset, reactivated, sunsetMissing, sunsetInvalid, sunsetTooSmall, sunsetDeleted
        case sunsetChangedTooSmall, stabilityDecreased, stabilityIncreased, stabilityInvalid
    }

    /// Each event with the values that it is about.
    func events(from old: Marks, to new: Marks) -> [(event: Event, detail: String)] {
        var events: [(event: Event, detail: String)] = []
        switch (old.isDeprecated, new.isDeprecated) {
        case (false, true): events += announcement(new)
        case (true, false): events.append((.reactivated, ""))
        case (true, true): events += postponement(from: old, to: new)
        case (false, false): break
        }
        if let level = new.level, let before = old.level, level != before {
            let detail = NodeText.change(old.levelName, new.levelName)
            events.append((level < before ? .stabilityDecreased : .stabilityIncreased, detail))
        } else if new.level == nil, old.level != nil {
            events.append((.stabilityInvalid, new.levelName))
        }
        return events
    }

    private func announcement(_ new: Marks) -> [(event: Event, detail: String)] {
        guard let sunset = new.sunset else { return [(graceDays > 0 ? .sunsetMissing : .deprecated, "")] }
        guard let day = new.day else { return [(.sunsetInvalid, NodeText.short(sunset))] }
        return isTooNear(day)
            ? [(.sunsetTooSmall, "\(day), less than \(graceDays) days away")] : [(.deprecatedWithSunset, "\(day)")]
    }

    private func postponement(from old: Marks, to new: Marks) -> [(event: Event, detail: String)] {
        guard let before = old.day else { return [] }
        guard let sunset = new.sunset else { return [(.sunsetDeleted, "\(before)")] }
        guard let day = new.day else { return [(.sunsetInvalid, NodeText.short(sunset))] }
        return day < before || (day != before && isTooNear(day))
            ? [(.sunsetChangedTooSmall, "\(before) → \(day)")] : []
    }

    private func isTooNear(_ day: Day) -> Bool { graceDays > 0 && day.ordinal < today.ordinal + graceDays }

    /// How something could be removed.
    enum Removal {
        case withoutDeprecation, withDeprecation
        case beforeSunset(Day)
        case sunsetInvalid(String)
    }

    /// What the removal of something means that said so about its future.
    func removal(of marks: Marks) -> Removal {
        guard marks.isDeprecated else { return .withoutDeprecation }
        guard let sunset = marks.sunset else { return .withDeprecation }
        guard let day = marks.day else { return .sunsetInvalid(NodeText.short(sunset)) }
        return today < day ? .beforeSunset(day) : .withDeprecation
    }
}
