import Testing

@testable import QuillSwiftModel

@Suite("Identifiers")
struct IdentifierTests {
    @Test(arguments: [
        ("created_at", "createdAt"), ("class", "`class`"), ("Class", "`class`"), ("default", "`default`"),
        ("in", "`in`"),
        ("init", "`init`"), ("self", "selfValue"), ("raw_value", "rawValueValue"), ("hash-value", "hashValueValue"),
        ("123", "v123"), ("+1", "plus1"), ("1.5", "v1_5"), ("", "empty"), ("type", "type"), ("protocol", "`protocol`"),
        ("\u{0301}a", "v\u{0301}a"), ("٣", "v٣"),
    ])
    func ofMembers(name: String, identifier: String) {
        #expect(Identifier.member(Words(splitting: name), orElse: "empty") == identifier)
    }

    @Test(arguments: [
        ("pet", "Pet"), ("String", "StringModel"), ("error", "ErrorModel"), ("URL", "URLModel"), ("any", "AnyModel"),
        ("Self", "SelfModel"), ("type", "TypeModel"), ("123", "V123"), ("", "Unnamed"), ("class", "Class"),
        ("access", "AccessModel"), ("service", "ServiceModel"), ("json_value", "JSONValueModel"),
        ("swift", "SwiftModel"),
    ])
    func ofTypes(name: String, identifier: String) {
        #expect(Identifier.type(Words(splitting: name), orElse: "Unnamed") == identifier)
    }

    /// A name in the configuration is input as well.
    @Test(arguments: [
        ("Pet", "Pet"), ("pet", "pet"), ("HTTPSThing", "HTTPSThing"), ("String", "StringModel"), ("class", "Class"),
        ("Pet { evil() }", "PetEvil"), ("1st", "V1st"), ("a.b", "AB"), ("", "Unnamed"), ("Größe", "Größe"),
    ])
    func ofTypesThatTheConfigurationNames(name: String, identifier: String) {
        #expect(Identifier.type(given: name) == identifier)
    }

    @Test(arguments: [
        ("created_at", "created_at"), ("createdAt", "createdAt"), ("a-b", "a_b"), ("1", "_1"), ("", "__"), ("-", "__"),
        ("class", "`class`"), ("self", "selfValue"), ("a\"; evil()", "a___evil__"), ("\u{202E}x", "__x"),
        ("größe", "größe"),
    ])
    func thatKeepTheSpellingOfTheDocument(name: String, identifier: String) {
        #expect(Identifier.verbatim(name) == identifier)
    }
}

@Suite("Names in one scope")
struct NamespaceTests {
    @Test func areGivenOnce() {
        var namespace = Namespace(reserved: ["taken"])
        #expect(namespace.claim("a") == "a")
        #expect(namespace.claim("a") == "a2")
        #expect(namespace.claim("a") == "a3")
        #expect(namespace.claim("a", "b") == "b")
        #expect(namespace.claim("a", "b") == "b2")
        #expect(namespace.claim("taken", "free") == "free")
    }

    @Test func areTheSameWithAndWithoutBackticks() {
        var namespace = Namespace(reserved: ["class"])
        #expect(namespace.claim("`class`") == "class2")
        #expect(namespace.claim("`in`") == "`in`")
        #expect(namespace.claim("in") == "in2")
        #expect(namespace.claim("`in`", "inValue") == "inValue")
    }

    /// `v1` a second time is not `v12`, which another could be called.
    @Test func keepNumbersApart() {
        var namespace = Namespace()
        #expect(namespace.claim("v1") == "v1")
        #expect(namespace.claim("v1") == "v1_2")
        #expect(namespace.claim("v12") == "v12")
    }
}
