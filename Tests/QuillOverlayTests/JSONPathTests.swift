import QuillNodes
import Testing

@testable import QuillOverlay

/// The tables of RFC 9535, and what its grammar refuses.
@Suite("JSONPath")
struct JSONPathTests {
    private static func select(_ query: String, _ text: String) throws -> String {
        let found = try JSONPath(query).select(in: try tree(text))
        return "[" + found.map { $0.node.jsonText() }.joined(separator: ",") + "]"
    }

    private static let store = """
        { "store": {
          "book": [
            { "category": "reference", "author": "Nigel Rees", "title": "Sayings of the Century", "price": 8.95 },
            { "category": "fiction", "author": "Evelyn Waugh", "title": "Sword of Honour", "price": 12.99 },
            { "category": "fiction", "author": "Herman Melville", "title": "Moby Dick", "isbn": "0-553-21311-3",
              "price": 8.99 },
            { "category": "fiction", "author": "J. R. R. Tolkien", "title": "The Lord of the Rings",
              "isbn": "0-395-19395-8", "price": 22.99 } ],
          "bicycle": { "color": "red", "price": 399 } } }
        """

    // §1.5, table 2.
    @Test(arguments: [
        ("$.store.book[*].author", #"["Nigel Rees","Evelyn Waugh","Herman Melville","J. R. R. Tolkien"]"#),
        ("$..author", #"["Nigel Rees","Evelyn Waugh","Herman Melville","J. R. R. Tolkien"]"#),
        ("$.store..price", "[8.95,12.99,8.99,22.99,399]"),
        ("$..book[2].author", #"["Herman Melville"]"#),
        ("$..book[2].publisher", "[]"),
        ("$..book[-1].title", #"["The Lord of the Rings"]"#),
        ("$..book[0,1].title", #"["Sayings of the Century","Sword of Honour"]"#),
        ("$..book[:2].title", #"["Sayings of the Century","Sword of Honour"]"#),
        ("$..book[?@.isbn].title", #"["Moby Dick","The Lord of the Rings"]"#),
        ("$..book[?@.price<10].title", #"["Sayings of the Century","Moby Dick"]"#),
        ("$['store']['bicycle']['color']", #"["red"]"#),
        ("$.store.bicycle.*", #"["red",399]"#),
    ])
    func findsWhatTheOverviewSays(_ query: String, _ expected: String) throws {
        #expect(try Self.select(query, Self.store) == expected)
    }

    private static let names = #"{ "o": {"j j": {"k.k": 3}}, "'": {"@": 2} }"#
    private static let wild = #"{ "o": {"j": 1, "k": 2}, "a": [5, 3] }"#
    private static let letters = #"["a", "b", "c", "d", "e", "f", "g"]"#
    private static let descent = #"{ "o": {"j": 1, "k": 2}, "a": [5, 3, [{"j": 4}, {"k": 6}]] }"#

    // §2.2 to §2.5.
    @Test(arguments: [
        ("$", names, #"[{"o":{"j j":{"k.k":3}},"'":{"@":2}}]"#),
        ("$.o['j j']", names, #"[{"k.k":3}]"#), ("$.o['j j']['k.k']", names, "[3]"),
        (#"$.o["j j"]["k.k"]"#, names, "[3]"), (#"$["'"]["@"]"#, names, "[2]"), (#"$['\'']['@']"#, names, "[2]"),
        ("$[*]", wild, #"[{"j":1,"k":2},[5,3]]"#), ("$.o[*]", wild, "[1,2]"), ("$.o[*, *]", wild, "[1,2,1,2]"),
        ("$[1]", letters, #"["b"]"#), ("$[-2]", letters, #"["f"]"#), ("$[7]", letters, "[]"),
        ("$[-8]", letters, "[]"), ("$[1:3]", letters, #"["b","c"]"#), ("$[5:]", letters, #"["f","g"]"#),
        ("$[1:5:2]", letters, #"["b","d"]"#), ("$[5:1:-2]", letters, #"["f","d"]"#),
        ("$[::-1]", letters, #"["g","f","e","d","c","b","a"]"#), ("$[0:3:0]", letters, "[]"),
        ("$[ -2 : : 1 ]", letters, #"["f","g"]"#), ("$[0, 3]", letters, #"["a","d"]"#),
        ("$[0:2, 5]", letters, #"["a","b","f"]"#), ("$[0, 0]", letters, #"["a","a"]"#),
        ("$..j", descent, "[1,4]"), ("$..[0]", descent, #"[5,{"j":4}]"#), ("$..o", descent, #"[{"j":1,"k":2}]"#),
        ("$.a..[0, 1]", descent, #"[5,3,{"j":4},{"k":6}]"#), ("$.o..*", descent, "[1,2]"),
        ("$ .o\n[ 'j' ]", descent, "[1]"),
    ])
    func findsBySegmentsAndSelectors(_ query: String, _ text: String, _ expected: String) throws {
        #expect(try Self.select(query, text) == expected)
    }

    private static let filtered = """
        { "a": [3, 5, 1, 2, 4, 6, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}],
          "o": {"p": 1, "q": 2, "r": 3, "s": 5, "t": {"u": 6}}, "e": "f" }
        """

    // §2.3.5.3.
    @Test(arguments: [
        ("$.a[?@.b == 'kilo']", #"[{"b":"kilo"}]"#), ("$.a[?(@.b == 'kilo')]", #"[{"b":"kilo"}]"#),
        ("$.a[?@>3.5]", "[5,4,6]"), ("$.a[?@.b]", #"[{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}]"#),
        ("$[?@[?@.b]]", #"[[3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}]]"#),
        ("$.o[?@<3, ?@<3]", "[1,2,1,2]"), (#"$.a[?@<2 || @.b == "k"]"#, #"[1,{"b":"k"}]"#),
        (#"$.a[?match(@.b, "[jk]")]"#, #"[{"b":"j"},{"b":"k"}]"#),
        (#"$.a[?search(@.b, "[jk]")]"#, #"[{"b":"j"},{"b":"k"},{"b":"kilo"}]"#),
        ("$.o[?@>1 && @<4]", "[2,3]"), ("$.o[?@.u || @.x]", #"[{"u":6}]"#), ("$.a[?@.b == $.x]", "[3,5,1,2,4,6]"),
        ("$.a[?!@.b && !(@ < 5)]", "[5,6]"), ("$.a[?length(@.b) == 4]", #"[{"b":"kilo"}]"#),
        ("$.a[?count(@.*) == 1 && length(@.b) >= 4]", #"[{"b":"kilo"}]"#), ("$.o[?value(@..u) == 6]", #"[{"u":6}]"#),
        ("$.a[?@.b == null]", "[]"), ("$.a[?@ != 3 && @ <= 2.0]", "[1,2]"), ("$.a[?@ == 3e0]", "[3]"),
        ("$.a[?match(@.b, '[')]", "[]"),
    ])
    func findsByFilters(_ query: String, _ expected: String) throws {
        #expect(try Self.select(query, Self.filtered) == expected)
    }

    // §2.3.5.3, table 11: what compares how.
    @Test(arguments: [
        ("$.absent1 == $.absent2", true), ("$.absent1 <= $.absent2", true), ("$.absent == 'g'", false),
        ("$.absent1 != $.absent2", false), ("$.absent != 'g'", true), ("1 <= 2", true), ("1 > 2", false),
        ("13 == '13'", false), ("'a' <= 'b'", true), ("'a' > 'b'", false), ("$.obj == $.arr", false),
        ("$.obj != $.arr", true), ("$.obj == $.obj", true), ("$.obj != $.obj", false), ("$.arr == $.arr", true),
        ("$.obj == 17", false), ("$.obj != 17", true), ("$.obj <= $.arr", false), ("$.obj < $.arr", false),
        ("$.obj <= $.obj", true), ("1 <= $.arr", false), ("true <= true", true), ("true > true", false),
        ("-0 == 0", true), ("'\\u00e9' == 'é'", true),
    ])
    func comparesByTheTable(_ condition: String, _ holds: Bool) throws {
        let found = try Self.select("$[?\(condition)]", #"{"obj": {"x": "y"}, "arr": [2, 3]}"#)
        #expect((found != "[]") == holds)
    }

    @Test(arguments: [
        "", "a", "$.", "$..", "$[", "$[]", "$['a'", "$[a]", "$[01]", "$[-0]", "$[1.0]", "$[9007199254740992]", "$.1a",
        "$. a", "$.. a", " $", "$ ", "$['\\x']", "$['\\ud800']", "$['a\u{1}']", "$[?]", "$[?@.a == @.*]",
        "$[?length(@)]", "$[?count(1) == 1]", "$[?match(@, 'a') == true]", "$[?@.a =! 1]", "$[?1]", "$[?'a']",
        "$[?(@.a]", "$[?unknown(@)]", "$[?length (@) == 1]", "$[?@.a === 1]", "$[?@.a == 01]", "$[?@.a == 1.]",
        "$[?length(@.*) == 1]", "$[1:2:3:4]", "$.a['b']x", "$[?true]", "$[?!1]",
        "$[?" + String(repeating: "(", count: 100) + "@" + String(repeating: ")", count: 100) + "]",
    ])
    func refusesWhatIsNone(_ query: String) {
        #expect(throws: JSONPathError.self) { try JSONPath(query) }
    }

    @Test func knowsTheWayToWhatItFinds() throws {
        let found = try JSONPath("$..b[0]").select(in: try tree(#"{"a":{"b":[1]}}"#))
        #expect(found.map(\.path) == [[.key("a"), .key("b"), .index(0)]])
    }
}
