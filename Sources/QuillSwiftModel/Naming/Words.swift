/// The words of a name from a document, whatever its spelling: `created_at`, `createdAt` and `Created-At` are the
/// same two words.
struct Words: Sendable, Hashable {
    let words: [String]

    init(_ words: [String]) {
        self.words = words
    }

    /// Splits at everything that is neither letter nor digit, before an upper-case letter that follows a lower-case
    /// one or a digit, and before the last capital of a run that a lower-case letter follows (`HTMLText`).
    init(splitting name: String) {
        var words: [String] = []
        let scalars = Array(name.unicodeScalars)
        let places = Array(name.unicodeScalars.indices) + [name.endIndex]
        var start = 0
        func endWord(before index: Int) {
            if start < index { words.append(String(name.unicodeScalars[places[start]..<places[index]])) }
            start = index
        }
        for (index, scalar) in scalars.enumerated() {
            guard scalar.continuesIdentifier, scalar != "_" else {
                endWord(before: index)
                start = index + 1
                if let spoken = Words.spokenSymbols[scalar], Words.standsAlone(index, in: scalars) {
                    words.append(spoken)
                }
                continue
            }
            if start < index, scalar.isUpperCase {
                let previous = scalars[index - 1]
                let endsRun =
                    previous.isUpperCase && index + 1 < scalars.count
                    && scalars[index + 1].isLowerCase && !Words.isPluralCapital(index, in: scalars)
                if !previous.isUpperCase || endsRun { endWord(before: index) }
            }
        }
        endWord(before: scalars.count)
        self.words = words.isEmpty ? Words.called(scalars) : words
    }

    /// `createdAt`, `userID`, `htmlText`, `v1_5`
    var lowerCamel: String {
        guard let first = words.first else { return "" }
        return Words.joined([first.lowercased()] + words.dropFirst().map(Words.capitalized))
    }

    /// `CreatedAt`, `UserID`, `HTMLText`
    var upperCamel: String { Words.joined(words.map(Words.capitalized)) }

    /// Numbers stay apart: 1.5 is not 15.
    private static func joined(_ words: [String]) -> String {
        var name = ""
        for word in words {
            if name.utf8.last.map(mayBeOfNumber) == true, word.utf8.first.map(mayBeOfNumber) == true,
                name.last?.isNumber == true, word.first?.isNumber == true
            {
                name += "_"
            }
            name += word
        }
        return name
    }

    /// Whether it is worth looking up what Unicode says of the character that a byte is part of.
    private static func mayBeOfNumber(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// What Unicode calls the first few characters of a text without letters: a name that says more than "empty" does.
    private static func called(_ scalars: [Unicode.Scalar]) -> [String] {
        scalars.prefix(3).flatMap { scalar in
            let number = String(scalar.value, radix: 16)
            let name = scalar.properties.name ?? "u" + String(repeating: "0", count: max(0, 4 - number.count)) + number
            return name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        }
    }

    /// The same words without those that an enclosing name says already, in the singular or the plural:
    /// `dataset_create` among `datasets`.
    func dropping(prefix: [String]) -> Words {
        guard words.count > prefix.count else { return self }
        func stem(_ word: String) -> String {
            let word = word.lowercased()
            return word.hasSuffix("s") ? String(word.dropLast()) : word
        }
        let same = zip(words, prefix).enumerated().allSatisfy { index, pair in
            let (word, said) = (pair.0.lowercased(), pair.1.lowercased())
            return word == said || (index == prefix.count - 1 && stem(word) == stem(said))
        }
        return same ? Words(Array(words.dropFirst(prefix.count))) : self
    }

    private static func capitalized(_ word: String) -> String {
        let lowered = word.lowercased()
        if lowered.utf8.count <= longestInitialism + 1 {
            if initialisms.contains(lowered) { return lowered.uppercased() }
            if lowered.last == "s", initialisms.contains(String(lowered.dropLast())) {
                return lowered.dropLast().uppercased() + "s"
            }
        }
        return lowered.prefix(1).uppercased() + lowered.dropFirst()
    }

    /// Whether a symbol carries meaning where it stands: at the start or the end, or between separators, as in `+1`.
    private static func standsAlone(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        let before = index == 0 ? nil : scalars[index - 1]
        let after = index + 1 == scalars.count ? nil : scalars[index + 1]
        if scalars[index] == "-" { return before == nil && after?.continuesIdentifier != false }
        return before?.continuesIdentifier != true || after?.continuesIdentifier != true
    }

    /// The `I` of `userIDs`: a run of capitals with a plural `s`.
    private static func isPluralCapital(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard index + 1 < scalars.count, scalars[index + 1] == "s" else { return false }
        return index + 2 == scalars.count || !scalars[index + 2].isLowerCase
    }

    private static let initialisms: Set<String> = [
        "acl", "api", "cpu", "css", "csv", "dns", "html", "http", "https", "id", "ip", "json", "pdf", "png", "sdk",
        "sql", "ssh", "ssl", "tls", "ui", "uri", "url", "uuid", "utc", "xml", "yaml",
    ]

    private static let longestInitialism = initialisms.map(\.utf8.count).max() ?? 0

    private static let spokenSymbols: [Unicode.Scalar: String] = [
        "+": "plus", "-": "minus", "*": "all", "=": "equals", "<": "less", ">": "greater", "!": "not", "&": "and",
        "|": "or", "%": "percent", "$": "dollar", "#": "number", "@": "at", "~": "about", "^": "caret",
    ]
}

extension Unicode.Scalar {
    /// Whether it can stand in an identifier and be seen there. Looking properties up is slow and nearly every name is
    /// ASCII.
    var continuesIdentifier: Bool {
        guard isASCII else { return properties.isXIDContinue && !properties.isDefaultIgnorableCodePoint }
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "_": return true
        default: return false
        }
    }

    /// Whether an identifier can begin with it, underscores aside.
    var startsIdentifier: Bool { isASCII ? isUpperCase || isLowerCase : properties.isXIDStart }

    fileprivate var isUpperCase: Bool { isASCII ? ("A"..."Z").contains(self) : properties.isUppercase }
    fileprivate var isLowerCase: Bool { isASCII ? ("a"..."z").contains(self) : properties.isLowercase }
}
