import QuillDiagnostics
import QuillNodes
import Testing

@testable import QuillOverlay

@Suite("Overlays")
struct OverlayTests {
    private func apply(_ actions: String, to document: String) throws -> (text: String, warnings: [String]) {
        let overlay = try Overlay(
            try tree(
                "{\"overlay\":\"1.0.0\",\"info\":{\"title\":\"T\",\"version\":\"1\"},\n\"actions\":[\(actions)]}",
                name: "overlay.json"))
        let (changed, warnings) = try overlay.applied(to: try tree(document))
        return (changed.jsonText(), spelled(warnings))
    }

    @Test(arguments: [
        (
            #"{"target":"$","update":{"info":{"title":"New"}}}"#,
            #"{"info":{"title":"New","x":1},"tags":[{"name":"a"}]}"#
        ),
        (#"{"target":"$.info","update":{"y":[1]}}"#, #"{"info":{"title":"Old","x":1,"y":[1]},"tags":[{"name":"a"}]}"#),
        (
            #"{"target":"$.tags","update":{"name":"b"}}"#,
            #"{"info":{"title":"Old","x":1},"tags":[{"name":"a"},{"name":"b"}]}"#
        ),
        (
            #"{"target":"$","update":{"tags":[{"name":"b"}]}}"#,
            #"{"info":{"title":"Old","x":1},"tags":[{"name":"a"},{"name":"b"}]}"#
        ),
        (#"{"target":"$.info.x","remove":true}"#, #"{"info":{"title":"Old"},"tags":[{"name":"a"}]}"#),
        (#"{"target":"$.tags[?@.name == 'a']","remove":true}"#, #"{"info":{"title":"Old","x":1},"tags":[]}"#),
        (#"{"target":"$.info.title","update":"New"}"#, #"{"info":{"title":"New","x":1},"tags":[{"name":"a"}]}"#),
        (
            #"{"target":"$.tags[0]","copy":"$.info"}"#,
            #"{"info":{"title":"Old","x":1},"tags":[{"name":"a","title":"Old","x":1}]}"#
        ),
        (
            #"{"target":"$.*","update":{"z":1}},{"target":"$.info.z","remove":true}"#,
            #"{"info":{"title":"Old","x":1},"tags":[{"name":"a"},{"z":1}]}"#
        ),
        (#"{"target":"$..*","remove":true}"#, "{}"),
    ])
    func changeTheDocument(_ actions: String, _ expected: String) throws {
        let (text, warnings) = try apply(actions, to: #"{"info":{"title":"Old","x":1},"tags":[{"name":"a"}]}"#)
        #expect(text == expected)
        #expect(warnings == [])
    }

    @Test func sayWhatMatchesNothing() throws {
        #expect(
            try apply(#"{"target":"$.nothing","remove":true}"#, to: "{}").warnings == [
                "overlay.json:2:22 warning overlay-without-effect: `$.nothing` matches nothing in the document"
            ])
    }

    @Test(arguments: [
        (
            #"{"target":"$.a[","remove":true}"#,
            "2:22 error invalid-json-path: `$.a[` is no JSONPath: found the end, expected a name, a number, `*`, `?` or "
                + "`:`"
        ),
        (#"{"target":1,"remove":true}"#, "2:22 error wrong-type: `target` is a number, where a string is expected"),
        (#"{"target":"$"}"#, "2:22 error missing-field: the action has none of `update`, `remove` and `copy`"),
        (#"{"update":{}}"#, "2:12 error missing-field: the action has no `target`"),
        ("1", "2:12 error wrong-type: an action is a number, where an object is expected"),
        (#"{"target":"$","remove":"yes"}"#, "2:35 error wrong-type: `remove` is a string, where a boolean is expected"),
        (#"{"target":"$","remove":true}"#, "2:22 error failed-patch: the action would remove the whole document"),
        (#"{"target":"$","copy":"$.*"}"#, "2:33 error failed-patch: `$.*` matches 0 places, where one is to be copied"),
    ])
    func areRefusedWhereTheyAreWrong(_ actions: String, _ expected: String) {
        let found = faults { _ = try apply(actions, to: "{}") }
        #expect(found.contains("overlay.json:" + expected))
    }

    @Test(arguments: [
        ("[]", "1:1 error wrong-type: an overlay is an array, where an object is expected"),
        ("{}", "1:1 error missing-field: the file is no overlay: it states no version"),
        (
            #"{"overlay":"2.0.0","actions":[]}"#,
            "1:12 error unsupported-version: `2.0.0` is no version of OpenAPI Overlay that is read; 1.0 and 1.1 are"
        ),
        (#"{"overlay":"1.0.0"}"#, "1:1 error missing-field: the overlay has no `actions`"),
    ])
    func areTheirOwnKindOfFile(_ text: String, _ expected: String) {
        let found = faults { _ = try Overlay(try tree(text, name: "overlay.json")) }
        #expect(found.contains("overlay.json:" + expected))
    }

    @Test func keepThePlacesOfWhatTheyAdd() throws {
        let overlay = try Overlay(
            try tree(#"{"overlay":"1.0.0","actions":[{"target":"$","update":{"x":1}}]}"#, name: "overlay.json"))
        let changed = try overlay.applied(to: try tree(#"{"a":2}"#)).document
        #expect(changed["x"]?.location.source.path == "overlay.json")
        #expect(changed["a"]?.location.source.path == "api.json")
    }
}
