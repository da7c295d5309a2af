import QuillAPI
import Testing

/// What schemas say beyond types is kept as a rule, in JSON Schema again.
@Suite("Rules of schemas")
struct RuleTests {
    @Test(arguments: [
        ("{type: string, not: {const: a}}", #"string {"not": {"const": "a"}}"#),
        (
            "{type: string, if: {minLength: 2}, then: {pattern: a}}",
            #"string {"if": {"minLength": 2}, "then": {"pattern": "a"}}"#
        ),
        ("{type: string, then: {const: a}}", "string"),
        ("{type: string, format: uuid, maxLength: 40}", "string(uuid) maxLength=40"),
        ("{type: array, items: {type: string, maxLength: 3}}", "[string maxLength=3]"),
        ("{type: object, additionalProperties: {type: string, maxLength: 3}}", "{string maxLength=3}"),
        ("{type: integer, multipleOf: 1.5}", #"integer {"multipleOf": 1.5}"#),
        ("{type: integer, minimum: 1e30}", #"integer {"minimum": 1e30}"#),
        (
            "{type: array, contains: {type: string}, minContains: 2}",
            #"[any] {"contains": {"type": "string"}, "minContains": 2}"#
        ),
        ("{type: array, unevaluatedItems: false}", #"[any] {"unevaluatedItems": false}"#),
        ("{type: array, items: false}", #"[any {"not": true}]"#),
        ("{type: object, propertyNames: {pattern: a}}", #"{any} {"propertyNames": {"pattern": "a"}}"#),
        ("{type: object, dependentRequired: {a: [b]}}", #"{any} {"dependentRequired": {"a": ["b"]}}"#),
        (
            "{type: object, dependentSchemas: {a: {required: [b]}}}",
            #"{any} {"dependentSchemas": {"a": {"required": ["b"]}}}"#
        ),
        ("{minLength: 1, minimum: 1}", #"any {"minimum": 1, "minLength": 1}"#),
        ("{type: [string, 'null'], not: {type: 'null'}}", #"string? {"not": {"type": "null"}}"#),
        ("{not: {$ref: '#/components/schemas/Size'}}", ##"any {"not": {"$ref": "#/$defs/Size"}}"##),
    ])
    func areWhatNoTypeSays(schema: String, type: String) throws {
        let found = try DocumentText.type(schema)
        #expect(found == type)
    }

    @Test(arguments: [
        ("{allOf: [{type: string}], maxLength: 3}", #"string {"maxLength": 3}"#),
        ("{type: string, allOf: [{type: integer}]}", #"integer {"type": "string"}"#),
        (
            "{allOf: [{type: string, maxLength: 3}, {type: string, pattern: a}]}",
            #"string {"allOf": [{"type": "string", "pattern": "a"}]} maxLength=3"#
        ),
        ("{allOf: [{type: integer}, {minimum: 3}]}", #"integer {"allOf": [{"minimum": 3}]}"#),
        ("{$ref: '#/components/schemas/Count', maximum: 3}", #"integer >=0 {"maximum": 3}"#),
        ("{$ref: '#/components/schemas/Size', enum: [s]}", #"Size of "s""#),
        ("{$ref: '#/components/schemas/Size', const: s}", #"Size of "s""#),
        ("{type: string, enum: [s], allOf: [{$ref: '#/components/schemas/Size'}]}", #"Size of "s""#),
        (
            "{oneOf: [{type: string, maxLength: 3}, {type: string, pattern: a}]}",
            #"string {"anyOf": [{"type": "string", "maxLength": 3}, {"type": "string", "pattern": "a"}]}"#
        ),
        ("{oneOf: [{type: string, maxLength: 3}, {type: string}]}", "string"),
        (
            "{oneOf: [{type: string}], anyOf: [{minLength: 2}, {maxLength: 1}]}",
            #"string {"anyOf": [{"minLength": 2}, {"maxLength": 1}]}"#
        ),
    ])
    func narrowTypes(schema: String, type: String) throws {
        let found = try DocumentText.type(schema)
        #expect(found == type)
    }

    @Test(arguments: [
        (
            "{type: array, prefixItems: [{type: string, maxLength: 3}], items: false}",
            #"[string] {"prefixItems": [{"type": "string", "maxLength": 3}], "items": false}"#
        ),
        (
            "{type: array, prefixItems: [{type: string}, {type: integer}], items: false}",
            #"[any] {"prefixItems": [{"type": "string"}, {"type": "integer"}], "items": false}"#
        ),
        ("{type: array, prefixItems: [{type: string}]}", #"[any] {"prefixItems": [{"type": "string"}]}"#),
        (
            "{type: array, prefixItems: [{type: string}], items: {type: string}}",
            #"[string] {"prefixItems": [{"type": "string"}], "items": {"type": "string"}}"#
        ),
        (
            "{type: object, patternProperties: {^a: {type: string}}, additionalProperties: false}",
            #"{string} {"allOf": [{"patternProperties": {"^a": {"type": "string"}}, "additionalProperties": false}]}"#
        ),
        (
            "{type: object, patternProperties: {^a: {type: string}}}",
            #"{any} {"allOf": [{"patternProperties": {"^a": {"type": "string"}}}]}"#
        ),
    ])
    func stateTheTypesThatDiffer(schema: String, type: String) throws {
        let found = try DocumentText.type(schema)
        #expect(found == type)
    }

    @Test(arguments: [
        ("{properties: {a: {}}, minProperties: 1}", #"U {a?: any} {"minProperties": 1}"#),
        (
            "{properties: {a: {}, b: {}}, oneOf: [{required: [a]}, {required: [b]}]}",
            #"U {a?: any, b?: any} {"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}"#
        ),
        (
            "{properties: {a: {}}, patternProperties: {^x: {type: string}}, additionalProperties: false}",
            #"U {a?: any, *: string} {"allOf": [{"patternProperties": {"^x": {"type": "string"}}, "properties": {"a": true}, "additionalProperties": false}]}"#
        ),
        ("{properties: {a: {}}, unevaluatedProperties: {type: string}}", "U {a?: any, *: string}"),
        (
            "{allOf: [{properties: {a: {}}, not: {required: [b]}}, {properties: {b: {}}, not: {required: [c]}}]}",
            #"U {a?: any, b?: any} {"not": {"required": ["b"]}, "allOf": [{"not": {"required": ["c"]}}]}"#
        ),
    ])
    func ofObjectsAreTheirOwn(schema: String, shape: String) throws {
        let found = try DocumentText.schemas("U: \(schema)").api().spellings
        #expect(found == [shape])
    }

    @Test func carryWhatTheyReferTo() throws {
        let api = try DocumentText.schemas(
            """
            A: {type: object, properties: {a: {not: {$ref: '#/components/schemas/Tree'}}}}
            Tree: {type: object, properties: {children: {type: array, items: {$ref: '#/components/schemas/Tree'}}}}
            """
        ).api()
        let rule = try #require(api.object("A")?.properties.first?.type.constraints.rule)
        #expect(rule.definitions.map(\.name) == ["Tree"])
        #expect(
            rule.definitions.first?.text
                == ##"{"type": "object", "properties": {"children": {"type": "array", "items": {"$ref": "#/$defs/Tree"}}}}"##
        )
    }

    @Test func thatLeadToHalfTheDocumentAreNotEnforced() {
        let schemas = (0..<60).map { "S\($0): {properties: {next: {$ref: '#/components/schemas/S\($0 + 1)'}}}" }
        let document = DocumentText.schemas(
            (["A: {type: string, not: {$ref: '#/components/schemas/S0'}}"] + schemas + ["S60: {type: string}"])
                .joined(separator: "\n"))
        #expect(
            document.faults == [
                "6:8 warning not-enforced: what this schema demands beside its type leads to too many schemas to be checked"
            ])
    }

    @Test func warnOfPatternsThatCannotBeChecked() {
        #expect(
            DocumentText.schemas("A: {type: object, properties: {a: {type: string, pattern: '(a)\\1'}}}").faults == [
                "6:39 warning unreadable-pattern: the pattern `(a)\\1` cannot be checked: it refers back to a group; every text meets it"
            ])
    }
}
