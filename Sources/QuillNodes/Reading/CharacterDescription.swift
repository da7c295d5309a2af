extension DocumentBytes {
    /// The character at an index as a message names it: `'x'`, "a tab", "the end of the document".
    func description(at index: Int) -> String {
        guard let scalar = scalar(at: index) else { return "the end of the document" }
        switch scalar {
        case "\n", "\r": return "the end of the line"
        case "\t": return "a tab"
        case " ": return "a space"
        case "'": return "a single quote"
        default: break
        }
        let isVisible = scalar.value >= 0x20 && scalar.value != 0x7F && !scalar.properties.isDefaultIgnorableCodePoint
        return isVisible ? "'\(scalar)'" : "U+" + String(scalar.value + 0x10000, radix: 16, uppercase: true).suffix(4)
    }
}
