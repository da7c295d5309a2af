/// What the description of an answer is worth in a comment that names the answer already.
enum AnswerText {
    /// Words that say no more than that there is an answer.
    private static let fillers: Set<String> = [
        "a", "an", "the", "ok", "okay", "success", "successful", "successfully", "succeeded", "response", "request",
        "operation", "default", "status", "code", "result", "returned", "http",
    ]

    /// The description; nil for `OK`, `Successful response` and their like.
    static func telling(_ description: String) -> String? {
        let words = description.lowercased().split { !$0.isLetter && !$0.isNumber }
        let isTelling = words.contains { !fillers.contains(String($0)) && Int($0) == nil }
        return isTelling ? description : nil
    }

    /// The same behind `- Returns:`, which `Returns a list of pets` would repeat.
    static func returned(_ description: String) -> String? {
        guard let text = telling(description) else { return nil }
        for article in ["a", "an", "the", "all"] where text.hasPrefix("Returns \(article) ") {
            let rest = text.dropFirst("Returns ".count)
            return rest.prefix(1).uppercased() + rest.dropFirst()
        }
        return text
    }

    /// A text as a sentence that another one can follow.
    static func sentence(_ text: String) -> String {
        guard let last = text.last, last.isLetter || last.isNumber || ")`\"".contains(last) else { return text }
        return text + "."
    }
}
