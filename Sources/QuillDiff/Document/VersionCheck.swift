import QuillOpenAPI

/// Whether the version that the new document states goes with what changed.
enum VersionCheck {
    static func changes(from old: OpenAPI.Document, to new: OpenAPI.Document, given changes: [Change]) -> [Change] {
        guard changes.contains(where: { $0.impact.callers == .breaking }) else { return [] }
        let texts = (old.info.version, new.info.version)
        func change(_ rule: Rule) -> [Change] {
            let detail = texts.0 == texts.1 ? texts.0 : NodeText.change(texts.0, texts.1)
            return [
                Finding(rule, detail, old: old.info.location, new: new.info.location)
            ].grouped()
        }
        if texts.0 == texts.1 { return change(Rule.Information.versionNotBumped) }
        guard let before = SemanticVersion(texts.0), let after = SemanticVersion(texts.1) else { return [] }
        if after < before { return change(Rule.Information.versionDecreased) }
        // Before 1.0.0 anything may change with the second number.
        let isEnough = before.major == 0 ? (after.major, after.minor) > (0, before.minor) : after.major > before.major
        return isEnough ? [] : change(Rule.Information.majorNotBumped)
    }
}
