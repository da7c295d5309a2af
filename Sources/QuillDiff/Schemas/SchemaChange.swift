import QuillDiagnostics

/// What differs between two schemas themselves, leaving out those inside them.
struct SchemaChange {
    let rule: SchemaRule
    let detail: String
    /// The property that the change is about, where it is about one.
    var property: ChangedProperty?
    let old: SourceLocation?
    let new: SourceLocation?
}

/// A property that a change is about as such.
struct ChangedProperty {
    let name: String
    /// Whether it is no part of requests, in both documents as far as it is in them.
    let isReadOnly: Bool
    /// Whether it is no part of responses.
    let isWriteOnly: Bool
}

/// The way from a value to one inside it.
enum PathStep: Hashable {
    /// The same value, seen as one of several forms.
    case choice(String)
    case property(String)
    case item
    case position(Int)
    /// A member that is not listed, or listed by pattern.
    case member(String)
    /// What a keyword says of the same value: `then`.
    case keyword(String)

    /// Whether the value is a property, or inside something, rather than the same one.
    var isInside: Bool {
        switch self {
        case .choice, .keyword: false
        default: true
        }
    }
}

extension [PathStep] {
    /// `owner.tags[].name`, `pet<Dog>.bark`, `{*}`
    var text: String {
        var text = ""
        for step in self {
            switch step {
            case .choice(let name): text += "<\(name)>"
            case .property(let name): text += text.isEmpty ? name : ".\(name)"
            case .item: text += "[]"
            case .position(let index): text += "[\(index)]"
            case .member(let pattern): text += text.isEmpty ? "{\(pattern)}" : ".{\(pattern)}"
            case .keyword(let name): text += "(\(name))"
            }
        }
        return text
    }
}
