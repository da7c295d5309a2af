// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

/// How values appear in messages.
nonisolated enum JSONText {
    /// A string in quotes, cut short when it is long: `"x"`.
    static func quoted(_ text: String) -> String {
        let short = text.unicodeScalars.prefix(60)
        let isCut = short.endIndex != text.unicodeScalars.endIndex
        return (String(short) + (isCut ? "…" : "")).jsonText()
    }
}
