/// Turns words into Swift identifiers. Every identifier in the output comes from here.
enum Identifier {
    /// The name of a property, method, parameter or enumeration case, escaped where Swift needs it.
    static func member(_ words: Words, orElse fallback: String) -> String {
        escaped(memberStem(words, orElse: fallback))
    }

    /// The same without backticks: for composing other names from it.
    static func memberStem(_ words: Words, orElse fallback: String) -> String {
        startingWell(words.lowerCamel, orElse: fallback, digitPrefix: "v")
    }

    /// The name of a type.
    static func type(_ words: Words, orElse fallback: String) -> String {
        usableType(startingWell(words.upperCamel, orElse: fallback, digitPrefix: "V"))
    }

    /// A name that the configuration gives to a type: as it is where it can be, and otherwise the words of it.
    static func type(given name: String) -> String {
        let isIdentifier =
            name == startingWell(name, orElse: "", digitPrefix: "V")
            && name.unicodeScalars.allSatisfy(\.continuesIdentifier) && !name.isEmpty
        return isIdentifier && !keywords.contains(name)
            ? usableType(name) : type(Words(splitting: name), orElse: "Unnamed")
    }

    private static func usableType(_ name: String) -> String {
        ReservedTypeNames.all.contains(name) ? name + "Model" : name
    }

    /// Backticks around a name that is a keyword; a suffix where backticks do not help.
    static func escaped(_ name: String) -> String {
        if unusableMemberNames.contains(name) { return name + "Value" }
        return keywords.contains(name) ? "`\(name)`" : name
    }

    /// A name as the label of an argument in a call: there only one keyword needs backticks, and the compiler warns of
    /// others that have them.
    static func label(_ name: String) -> String {
        let bare = name.filter { $0 != "`" }
        return bare == "inout" ? name : bare
    }

    private static func startingWell(_ name: String, orElse fallback: String, digitPrefix: String) -> String {
        guard let first = name.unicodeScalars.first else { return fallback }
        return first.startsIdentifier ? name : digitPrefix + name
    }

    /// Words of the grammar that an identifier has to escape (The Swift Programming Language, "Keywords and
    /// Punctuation": those of declarations, statements, expressions and types).
    private static let keywords: Set<String> = [
        "associatedtype", "borrowing", "class", "consuming", "deinit", "enum", "extension", "fileprivate", "func",
        "import", "inout", "internal", "let", "nonisolated", "open", "operator", "precedencegroup", "private",
        "protocol", "public", "rethrows", "static", "struct", "subscript", "typealias", "var", "break", "case",
        "catch", "continue", "default", "defer", "do", "else", "fallthrough", "for", "guard", "if", "in", "repeat",
        "return", "switch", "throw", "where", "while", "Any", "as", "await", "false", "is", "nil", "super", "throws",
        "true", "try", "init",
    ]

    /// Names that every value or metatype has already, and that even backticks do not free.
    private static let unusableMemberNames: Set<String> = ["self", "Self", "Type", "Protocol", "hashValue", "rawValue"]
}

extension Identifier {
    /// A name that keeps the spelling of the document, for where the Swift spelling is taken.
    static func verbatim(_ name: String) -> String {
        var identifier = ""
        for scalar in name.unicodeScalars {
            if scalar.continuesIdentifier {
                identifier.unicodeScalars.append(scalar)
            } else {
                identifier += "_"
            }
        }
        if identifier.unicodeScalars.first?.startsIdentifier != true { identifier = "_" + identifier }
        return escaped(identifier == "_" ? "__" : identifier)
    }

    /// `EnvironmentsDatasets` of `environmentsDatasets`.
    static func upperFirst(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }

    /// `createStream` of `create`.
    static func streaming(_ name: String) -> String { name.filter { $0 != "`" } + "Stream" }

    /// `environmentsDatasets` of `EnvironmentsDatasets`.
    static func lowerFirst(_ name: String) -> String { name.prefix(1).lowercased() + name.dropFirst() }
}
