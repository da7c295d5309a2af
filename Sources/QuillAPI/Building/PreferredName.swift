import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// What the author of a document wants something to be called in the output, said by an extension beside it.
///
///     x-quill-name: Person
///
/// `x-swift-name` means the same, and so does `x-ogen-name` of a type. What these say that is no name at all is meant
/// for others.
struct PreferredName {
    let text: String
    let location: SourceLocation

    /// What a name can be given to. The schema of a property has two things to name: the property, and the type that
    /// it may declare. The first letter tells which is meant.
    enum Subject {
        /// The type of a component.
        case component
        /// A type that is declared where it is used.
        case inlineType
        /// A property or a parameter.
        case member
        case operation
        case group
    }

    static let ownKey = "x-quill-name"

    init?(in extensions: [OpenAPI.Extension], of subject: Subject, _ faults: inout Faults) {
        guard !extensions.isEmpty else { return nil }
        for key in subject.keys {
            guard let value = extensions.first(where: { $0.key == key })?.value else { continue }
            guard let text = value.string, PreferredName.isIdentifier(text) else {
                if key == PreferredName.ownKey {
                    faults.error(.invalidName, PreferredName.refusal(of: value, key), at: value.location)
                }
                continue
            }
            guard subject.admits(text) else { continue }
            self.text = text
            location = value.location
            return
        }
        return nil
    }

    /// `` `x-quill-name` is `2nd`, which is no name: … ``
    static func refusal(of value: Node, _ key: String) -> String {
        "`\(key)` is `\(value.string ?? value.jsonText(pretty: false))`, which is no name: "
            + "a name is a letter with letters, digits and underscores behind it"
    }

    /// Whether a text can be a name as it is, or between backticks (UAX #31).
    static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.properties.isXIDStart else { return false }
        return text.unicodeScalars.allSatisfy {
            $0.properties.isXIDContinue && !$0.properties.isDefaultIgnorableCodePoint
        }
    }
}

extension PreferredName.Subject {
    fileprivate var keys: [String] {
        switch self {
        case .component, .inlineType: [PreferredName.ownKey, "x-swift-name", "x-ogen-name"]
        case .member, .operation, .group: [PreferredName.ownKey, "x-swift-name"]
        }
    }

    fileprivate func admits(_ name: String) -> Bool {
        let isCapital = name.unicodeScalars.first?.properties.isUppercase == true
        return switch self {
        case .component, .operation, .group: true
        case .inlineType: isCapital
        case .member: !isCapital
        }
    }
}

/// The preferred names on schemas and parameters, and which of them name something.
struct PreferredNames {
    private var met: [SourceLocation] = []
    private var known: Set<SourceLocation> = []
    private var used: Set<SourceLocation> = []

    /// Remembers a name that something has to be called by.
    mutating func meet(_ extensions: [OpenAPI.Extension]) {
        for mark in extensions where mark.key == PreferredName.ownKey && known.insert(mark.value.location).inserted {
            met.append(mark.value.location)
        }
    }

    mutating func take(
        from extensions: [OpenAPI.Extension], of subject: PreferredName.Subject, _ faults: inout Faults
    ) -> String? {
        guard let name = PreferredName(in: extensions, of: subject, &faults) else { return nil }
        used.insert(name.location)
        return name.text
    }

    /// Says of each name that it names nothing where it stands.
    func noteUnused(_ faults: inout Faults) {
        let invalid = Set(faults.diagnostics.filter { $0.code == .invalidName }.compactMap(\.location))
        for location in met where !used.contains(location) && !invalid.contains(location) {
            faults.warning(
                .ineffectiveName,
                "`\(PreferredName.ownKey)` names nothing here: a name with a capital is for a type that is declared, "
                    + "any other for a property or a parameter", at: location)
        }
    }
}
