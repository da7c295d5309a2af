import QuillDiagnostics
import QuillNodes

/// The identity of a declared schema: the words that lead to it.
///
/// A component is one word (`["Dataset"]`); a schema written inline adds the words of its place to its owner's
/// (`["Dataset", "restriction_level"]`). Stable under changes elsewhere in the document.
public struct SchemaID: Sendable, Hashable, Comparable {
    public let words: [String]
    /// Of the words, which are hashed once: there are tables by identity in every stage.
    private let hash: Int

    public init(_ words: [String]) {
        self.words = words
        hash = words.hashValue
    }

    public static func == (left: Self, right: Self) -> Bool { left.hash == right.hash && left.words == right.words }

    public func hash(into hasher: inout Hasher) { hasher.combine(hash) }

    /// `Dataset.restriction_level`
    public var description: String { words.joined(separator: ".") }

    func adding(_ word: String) -> SchemaID { SchemaID(words + [word]) }

    public static func < (left: Self, right: Self) -> Bool { left.words.lexicographicallyPrecedes(right.words) }
}

/// A schema that needs a declaration of its own.
public struct Schema: Sendable {
    public let id: SchemaID
    /// What the document wants it to be called in the output.
    public let preferredName: String?
    public let shape: Shape
    /// The schema that this is another shape of, where requests have one of their own.
    public let original: SchemaID?
    public let title: String?
    public let description: String?
    public let notes: ReaderNotes
    public let isDeprecated: Bool
    /// Whether a request can contain it, a response, or both; neither where no endpoint uses it.
    public let usage: Usage
    public let location: SourceLocation
    /// Whether it is stated of the schema itself that its values can also be null.
    public internal(set) var isNullable = false

    func with(id: SchemaID? = nil, shape: Shape? = nil, usage: Usage? = nil) -> Schema {
        Schema(
            id: id ?? self.id,
            // Of two shapes of one schema, the second is called after the word that its identity adds.
            preferredName: preferredName.map { $0 + (id?.words.last ?? "") }, shape: shape ?? self.shape,
            original: id == nil ? original : self.id, title: title,
            description: description, notes: notes, isDeprecated: isDeprecated,
            usage: usage ?? self.usage, location: location, isNullable: isNullable)
    }

    public enum Shape: Sendable {
        case object(ObjectShape)
        case enumeration(Enumeration)
        case union(Union)
    }

    public struct Usage: OptionSet, Sendable, Hashable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }
        public static let request = Usage(rawValue: 1)
        public static let response = Usage(rawValue: 2)
    }
}

/// An object with known properties, `allOf` folded in.
public struct ObjectShape: Sendable {
    public let properties: [Property]
    /// The type of members that no property names; nil where the document keeps none of them.
    public let additional: TypeUse?
    /// Whether the document allows no other members: `additionalProperties: false`.
    public let isClosed: Bool
    /// What the whole has to meet beyond the types of its properties.
    public let rule: SchemaRule

    public init(
        properties: [Property], additional: TypeUse?, isClosed: Bool = false, rule: SchemaRule = SchemaRule()
    ) {
        self.properties = properties
        self.additional = additional
        self.isClosed = isClosed
        self.rule = rule
    }
}

/// A property of an object.
public struct Property: Sendable {
    /// The key on the wire.
    public let key: String
    /// What the document wants it to be called in the output.
    public let preferredName: String?
    public let type: TypeUse
    public let isRequired: Bool
    public let isReadOnly: Bool
    public let isWriteOnly: Bool
    public let isDeprecated: Bool
    public let description: String?
    public let notes: ReaderNotes
    public let defaultValue: Node?
    /// What it says for readers to know the object by, where that extends another one.
    public let tag: String?
    public let location: SourceLocation

    func with(type: TypeUse? = nil, isRequired: Bool) -> Property {
        Property(
            key: key, preferredName: preferredName, type: type ?? self.type, isRequired: isRequired,
            isReadOnly: isReadOnly,
            isWriteOnly: isWriteOnly, isDeprecated: isDeprecated, description: description, notes: notes,
            defaultValue: defaultValue, tag: tag, location: location)
    }
}

/// A list of values, which clients keep open and servers enforce.
public struct Enumeration: Sendable {
    public let values: Values
    /// What the document wants values to be called in the output, by their texts.
    public let names: [String: String]

    public enum Values: Sendable {
        case strings([String])
        case integers([Int])
        /// At least one of them with a fraction.
        case numbers([NumberText])

        /// The values as text: `active`, `-1`, `0.5`.
        public var texts: [String] {
            switch self {
            case .strings(let values): values
            case .integers(let values): values.map(String.init)
            case .numbers(let values): values.map(\.text)
            }
        }
    }
}
