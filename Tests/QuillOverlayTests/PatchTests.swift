import QuillNodes
import Testing

@testable import QuillOverlay

@Suite("Patches")
struct PatchTests {
    private func apply(_ patch: String, to document: String) throws -> String {
        try Patch.apply(try tree(patch, name: "patch.json"), to: try tree(document)).jsonText()
    }

    // RFC 7396, appendix A; a patch that is a list is a JSON Patch here.
    @Test(arguments: [
        (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#), (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
        (#"{"a":"b"}"#, #"{"a":null}"#, "{}"), (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
        (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#), (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
        (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
        (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#), (#"{"a":"foo"}"#, "null", "null"),
        (#"{"a":"foo"}"#, #""bar""#, #""bar""#), (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#),
        ("[1,2]", #"{"a":"b","c":null}"#, #"{"a":"b"}"#), ("{}", #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
    ])
    func mergeByTheTable(_ document: String, _ patch: String, _ expected: String) throws {
        #expect(try apply(patch, to: document) == expected)
    }

    // RFC 6902, appendix A.
    @Test(arguments: [
        (#"{"foo":"bar"}"#, #"[{"op":"add","path":"/baz","value":"qux"}]"#, #"{"foo":"bar","baz":"qux"}"#),
        (#"{"foo":["bar","baz"]}"#, #"[{"op":"add","path":"/foo/1","value":"qux"}]"#, #"{"foo":["bar","qux","baz"]}"#),
        (#"{"baz":"qux","foo":"bar"}"#, #"[{"op":"remove","path":"/baz"}]"#, #"{"foo":"bar"}"#),
        (#"{"foo":["bar","qux","baz"]}"#, #"[{"op":"remove","path":"/foo/1"}]"#, #"{"foo":["bar","baz"]}"#),
        (#"{"baz":"qux","foo":1}"#, #"[{"op":"replace","path":"/baz","value":"boo"}]"#, #"{"baz":"boo","foo":1}"#),
        (
            #"{"foo":{"bar":"baz","waldo":"fred"},"qux":{"corge":"grault"}}"#,
            #"[{"op":"move","from":"/foo/waldo","path":"/qux/thud"}]"#,
            #"{"foo":{"bar":"baz"},"qux":{"corge":"grault","thud":"fred"}}"#
        ),
        (
            #"{"foo":["all","grass","cows","eat"]}"#, #"[{"op":"move","from":"/foo/1","path":"/foo/3"}]"#,
            #"{"foo":["all","cows","eat","grass"]}"#
        ),
        (#"{"foo":["a",2]}"#, #"[{"op":"test","path":"/foo/1","value":2.0}]"#, #"{"foo":["a",2]}"#),
        (#"{"foo":"bar"}"#, #"[{"op":"add","path":"/child","value":{"g":{}}}]"#, #"{"foo":"bar","child":{"g":{}}}"#),
        (#"{"/":9,"~1":10}"#, #"[{"op":"test","path":"/~01","value":10}]"#, #"{"/":9,"~1":10}"#),
        (#"{"foo":["bar"]}"#, #"[{"op":"add","path":"/foo/-","value":["abc"]}]"#, #"{"foo":["bar",["abc"]]}"#),
        (#"{"a":1}"#, #"[{"op":"copy","from":"/a","path":"/b"}]"#, #"{"a":1,"b":1}"#),
        (#"{"a":1}"#, #"[{"op":"replace","path":"","value":[2]}]"#, "[2]"),
    ])
    func operateByTheTable(_ document: String, _ patch: String, _ expected: String) throws {
        #expect(try apply(patch, to: document) == expected)
    }

    @Test(arguments: [
        (#"[{"op":"test","path":"/baz","value":"bar"}]"#, "the document has another value at `/baz`"),
        (#"[{"op":"add","path":"/a/b/c","value":1}]"#, "`/a/b/c` leads nowhere: there is no `a`"),
        (#"[{"op":"remove","path":"/no"}]"#, "`/no` leads nowhere: there is no `no`"),
        (#"[{"op":"remove","path":"no"}]"#, "`no` is no JSON Pointer: it begins with a slash"),
        (#"[{"op":"remove","path":""}]"#, "the whole document cannot be removed"),
        (
            #"[{"op":"make","path":"/baz"}]"#,
            "`make` is no operation; they are add, remove, replace, move, copy and test"
        ),
        (#"[{"op":"move","from":"/baz","path":"/baz/x"}]"#, "a value cannot be moved into itself"),
        (#"[1]"#, "an operation has no `op`"),
        (#"[{"op":"add","path":"/x"}]"#, "an operation has no `value`"),
    ])
    func failWhereTheyCannotBeDone(_ patch: String, _ expected: String) {
        let found = faults { _ = try apply(patch, to: #"{"baz":"qux"}"#) }
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("patch.json:1:") == true)
        #expect(found.first?.hasSuffix(" error failed-patch: " + expected) == true)
    }
}
