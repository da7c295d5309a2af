/// What the user may call things.
enum SwiftName {
    /// Whether the text is an identifier. Keywords are: where they need it they are escaped.
    static func isIdentifier(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, text != "_" else { return false }
        return (first == "_" || first.properties.isXIDStart)
            && scalars.dropFirst().allSatisfy { $0 == "_" || $0.properties.isXIDContinue }
    }

    /// Whether modules, folders and files can be named with it everywhere.
    static func isModule(_ text: String) -> Bool {
        isIdentifier(text) && text.utf8.allSatisfy { $0 < 0x80 } && text.utf8.count <= 100
    }

    /// What a name has to be, as the end of a sentence.
    static func rule(isModule: Bool) -> String {
        isModule
            ? "it has to consist of letters from A to Z, digits and `_`, and not begin with a digit"
            : "it has to consist of letters, digits and `_`, and not begin with a digit"
    }

    /// A module's name for an API: `SwaggerPetstore` of "Swagger Petstore", `PostHog` of "PostHog API".
    ///
    /// - Returns: nil where the title has no word to make one of.
    static func module(ofTitle title: String) -> String? {
        var words: [String] = []
        var word = ""
        for scalar in title.unicodeScalars {
            let isPart = scalar.isASCII && scalar.properties.isXIDContinue && scalar != "_"
            if isPart {
                word.unicodeScalars.append(scalar)
            } else if scalar != "'", !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        if words.count > 1, words.last?.lowercased() == "api" { words.removeLast() }
        let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        return isModule(name) ? name : nil
    }
}
