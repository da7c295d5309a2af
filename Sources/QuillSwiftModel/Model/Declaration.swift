/// A type of the models module.
public enum Declaration: Sendable, Hashable {
    case structure(Structure)
    case enumeration(EnumerationType)
    case union(UnionType)
    case alias(SharedName)
}

/// Another name for a type that is declared already.
public struct SharedName: Sendable, Hashable {
    public let name: String
    public let comment: [String]
    public let type: String
}

/// A struct of JSON members.
public struct Structure: Sendable, Hashable {
    public let name: String
    public let comment: [String]
    /// Whether properties can be set: those of what is sent can, those of what only comes back cannot.
    ///
    /// Setters cost compile time: with `var` 120 structs of 16 properties took 11.3 s in debug and 24.9 s in release,
    /// with `let` 7.7 s and 18.9 s, with nested structs behind boxes 6.1 s and 12.9 s (user time, one run).
    public let isMutable: Bool
    public let properties: [StoredProperty]
    /// The name and value type of the property that keeps members without one of their own.
    public let additional: Additional?
    /// Whether a server refuses members that no property names.
    public let isClosed: Bool
    /// Whether members that no property names are kept, for writing them again.
    public let keepsUnknown: Bool
    public let rule: RuleLiteral?
    public let page: PageConformance?
    public let isIdentifiable: Bool
    /// The message, a literal, of what makes a value of a deprecated schema.
    ///
    /// Swift warns wherever a deprecated type is mentioned, within the output as well. So the attribute stands where
    /// an application makes a value, which the output itself never does.
    public let deprecation: String?
    /// The message of the initializer that takes deprecated members, beside one that takes the others only.
    public let completeDeprecation: String?

    /// A property for all members without one of their own.
    public struct Additional: Sendable, Hashable {
        public let name: String
        public let value: String
    }
}

/// What a validating reader holds values to beyond their types: a JSON Schema as lines of a raw string literal.
public struct RuleLiteral: Sendable, Hashable {
    /// The number signs around the quotes.
    public let delimiter: String
    public let lines: [String]
    /// Whether regular expressions are in it.
    public let hasPatterns: Bool
}

/// A property of a struct.
public struct StoredProperty: Sendable, Hashable {
    public let name: String
    /// How the struct's own code speaks of it: with `self.` where a parameter has its name.
    public let access: String
    /// `"created_at"`
    public let key: String
    /// With its optionality: `String?`, `Field<String>`.
    public let type: String
    public let presence: Presence
    /// The name of what stores it, where that is not the property itself.
    public let storage: String?
    /// Whether a box stores it: nested structs are boxed, so that copying their owner stays cheap and a type can
    /// contain itself.
    public let isBoxed: Bool
    public let comment: [String]
    /// What an initializer's argument defaults to.
    public let defaultArgument: String?
    /// The message of its deprecation as a literal. What is deprecated is stored apart from it, so that the struct's
    /// own code does not warn of itself.
    public let deprecation: String?

    /// Whether it is deprecated, and a value can be made without it.
    public var canBeAvoided: Bool { deprecation != nil && defaultArgument != nil }

    /// The expression with which the struct's own code reads it.
    public var reading: String {
        guard deprecation != nil, let storage else { return access }
        return isBoxed ? storage + ".value" : storage
    }

    /// Whether a member can be left out and whether it can be null; the names of the runtime's methods for it.
    public enum Presence: String, Sendable {
        case required, nullable, optional, field
    }
}

/// How a struct is one page of a list.
public struct PageConformance: Sendable, Hashable {
    public let item: String
    public let itemsProperty: String
    /// The property with the link to the next page; nil where pages are counted.
    public let nextProperty: String?
}

/// An enumeration that keeps values it does not know.
public struct EnumerationType: Sendable, Hashable {
    public let name: String
    /// The name of the type with the values: `StatusValues`.
    public let valuesName: String
    public let comment: [String]
    /// `String`, `Int` or `Double`.
    public let rawType: String
    public let cases: [Case]
    /// The message of the values of a deprecated schema, as a literal.
    public let deprecation: String?

    public struct Case: Sendable, Hashable {
        public let name: String
        /// The value on the wire, as a literal.
        public let literal: String
    }
}
