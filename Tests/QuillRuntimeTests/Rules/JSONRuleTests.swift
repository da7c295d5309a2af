import QuillRuntime
import Testing

@Suite struct JSONRuleTests {
    /// What is wrong with a document, as `pointer: message`.
    private func faults(_ rule: String, _ json: String) -> [String] {
        do throws(JSONError) {
            _ = try JSONValue(
                json: Array(json.utf8), validating: true, rule: JSONRule(rule, matching: TextPattern.self))
            return []
        } catch {
            return error.issues.map { "\($0.pointer): \($0.message)" }
        }
    }

    /// A rule, values that meet it, and values that break it once.
    struct Case: Sendable {
        let rule: String
        let met: [String]
        let broken: [String]

        init(_ rule: String, _ met: [String], _ broken: [String]) {
            (self.rule, self.met, self.broken) = (rule, met, broken)
        }
    }

    static let cases: [Case] = [
        Case(#"{"type": "integer"}"#, ["1", "1.0", "1e2"], ["1.5", "\"1\"", "null"]),
        Case(#"{"type": ["string", "null"]}"#, ["\"a\"", "null"], ["1"]),
        Case(#"{"enum": [1, "a", {"b": [true]}]}"#, ["1.0", "\"a\"", "{\"b\":[true]}"], ["2", "{\"b\":[]}", "null"]),
        Case(#"{"const": null}"#, ["null"], ["0", "false"]),
        Case(
            #"{"minimum": 0.1, "exclusiveMaximum": 10}"#, ["0.1", "9.99999999999999999999", "\"x\""],
            ["0.09", "10", "1e1"]),
        Case(#"{"maximum": 18446744073709551615}"#, ["18446744073709551615"], ["18446744073709551616", "1e400"]),
        Case(#"{"minimum": -9223372036854775809}"#, ["-9223372036854775809"], ["-9223372036854775810"]),
        Case(#"{"multipleOf": 0.01}"#, ["4.35", "1.1e1", "0", "1e300"], ["4.355", "0.001"]),
        Case(#"{"multipleOf": 7}"#, ["14", "7e2", "-21"], ["15", "1e9999999999"]),
        Case(#"{"minLength": 2, "maxLength": 3}"#, ["\"éé\"", "5"], ["\"a\"", "\"abcd\""]),
        Case(#"{"pattern": "^a+$"}"#, ["\"aa\""], ["\"b\"", "\"aab\""]),
        Case(#"{"items": {"minimum": 1}}"#, ["[]", "[1, 2]", "{}"], ["[1, 0]"]),
        Case(#"{"prefixItems": [{"type": "string"}], "items": false}"#, ["[]", "[\"a\"]"], ["[1]", "[\"a\", 1]"]),
        Case(#"{"minItems": 1, "maxItems": 2, "uniqueItems": true}"#, ["[1, 2]"], ["[]", "[1, 2, 3]", "[1, 1.0]"]),
        Case(#"{"contains": {"type": "null"}, "maxContains": 1}"#, ["[null, 1]"], ["[1]", "[null, null]"]),
        Case(#"{"contains": true, "minContains": 0}"#, ["[]"], []),
        Case(
            #"{"required": ["a"], "minProperties": 1, "maxProperties": 2}"#, [#"{"a": 1, "b": 2}"#],
            [#"{"b": 1}"#, #"{"a": 1, "b": 2, "c": 3}"#]),
        Case(
            #"{"properties": {"a": {"minimum": 1}}, "additionalProperties": false}"#, [#"{"a": 1}"#],
            [#"{"a": 0}"#, #"{"b": 1}"#]),
        Case(#"{"patternProperties": {"^x-": {"type": "string"}}}"#, [#"{"x-a": "", "y": 1}"#], [#"{"x-a": 1}"#]),
        Case(#"{"propertyNames": {"maxLength": 2}}"#, [#"{"ab": 1}"#], [#"{"abc": 1}"#]),
        Case(#"{"dependentRequired": {"a": ["b"]}}"#, ["{}", #"{"b": 1}"#, #"{"a": 1, "b": 2}"#], [#"{"a": 1}"#]),
        Case(#"{"dependentSchemas": {"a": {"maxProperties": 1}}}"#, [#"{"a": 1}"#], [#"{"a": 1, "b": 1}"#]),
        Case(#"{"allOf": [{"minimum": 1}, {"maximum": 2}]}"#, ["1", "2"], ["0", "3"]),
        Case(#"{"anyOf": [{"type": "string"}, {"minimum": 5}]}"#, ["\"a\"", "5", "true"], ["4"]),
        Case(#"{"oneOf": [{"minimum": 1}, {"maximum": 3}]}"#, ["0", "4"], ["2"]),
        Case(#"{"not": {"type": "string"}}"#, ["1"], ["\"a\""]),
        Case(
            #"{"if": {"minimum": 10}, "then": {"multipleOf": 10}, "else": {"maximum": 5}}"#, ["20", "5"], ["15", "6"]),
        Case(
            ##"{"$ref": "#/$defs/a~1b", "$defs": {"a/b": {"type": "array", "items": {"$ref": "#"}}}}"##, ["[[], [[]]]"],
            ["[[1]]"]),
        Case(
            #"{"allOf": [{"properties": {"a": true}}], "unevaluatedProperties": false}"#, [#"{"a": 1}"#], [#"{"b": 1}"#]
        ),
        Case(
            #"{"anyOf": [{"properties": {"a": {"const": 1}}}, {"properties": {"b": {"const": 1}}}], "unevaluatedProperties": false}"#,
            [#"{"a": 1, "b": 1}"#], [#"{"a": 2, "b": 1}"#]),
        Case(
            #"{"prefixItems": [true], "contains": {"const": 2}, "unevaluatedItems": false}"#, ["[1, 2]"], ["[1, 2, 3]"]),
        Case("true", ["1"], []),
        Case("false", [], ["1"]),
        Case("{", ["1"], []),
        Case("[]", ["1"], []),
    ]

    @Test("Each keyword holds values to what it says", arguments: cases)
    func keywords(_ tested: Case) {
        for json in tested.met { #expect(faults(tested.rule, json) == [], "\(tested.rule) \(json)") }
        for json in tested.broken { #expect(faults(tested.rule, json).count == 1, "\(tested.rule) \(json)") }
    }

    @Test("Faults stand at their places, each with what was expected there")
    func places() {
        let rule =
            #"{"properties": {"a": {"items": {"maxLength": 1}}, "b": {"required": ["c"]}}, "propertyNames": {"maxLength": 1}}"#
        #expect(
            faults(rule, #"{"a": ["x", "yy"], "b": {}, "long": 1}"#) == [
                "/a/1: longer than 1 character", "/b/c: missing", "/long: its name is not allowed",
            ])
    }

    @Test("A reader that does not validate holds nothing to rules")
    func lenient() throws {
        _ = try JSONValue(json: Array("1".utf8), rule: JSONRule("false"))
    }

    @Test("Rules that go round in circles, and documents that make them multiply, come to an end")
    func hostile() {
        #expect(!faults(##"{"$ref": "#"}"##, "1").isEmpty)
        #expect(!faults(##"{"allOf": [{"$ref": "#"}, {"$ref": "#"}]}"##, "1").isEmpty)
        let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
        let doubling =
            ##"{"anyOf": [{"items": {"$ref": "#"}, "minItems": 9}, {"items": {"$ref": "#"}, "minItems": 9}]}"##
        #expect(!faults(doubling, deep).isEmpty)
        let wide = "[" + Array(repeating: "1", count: 20_000).joined(separator: ",") + "]"
        #expect(faults(#"{"items": {"enum": [1, 2]}}"#, wide) == [])
    }
}
