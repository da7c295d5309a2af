/// An expression that a parameter has to match, with what finds that out.
public nonisolated struct ParameterPattern: Sendable {
    let text: StaticString
    let matcher: any TextMatcher.Type

    init(text: StaticString, matcher: any TextMatcher.Type) {
        self.text = text
        self.matcher = matcher
    }

    /// Whether a text matches; what cannot be read allows nothing to be said against it.
    func fault(_ value: String) -> String? {
        guard let expression = try? matcher.init(text.description), expression.matches(value) != true else {
            return nil
        }
        return "does not match \(text)"
    }
}
