import QuillNodes
import QuillOpenAPI
import Testing

@Suite("Reading schemas")
struct SchemaTests {
    /// The only schema of a document.
    private func schema(_ text: String, version: String = "3.1.0") throws -> OpenAPI.Schema {
        let document = try Files.schemas("\"S\":\(text)", version: version).document()
        let entry = try #require(document.schemas.first)
        return try #require(document.schemas.resolve(entry.schema)?.schema)
    }

    private func faults(_ text: String, version: String = "3.1.0") -> [String] {
        Files.schemas("\"S\":\(text)", version: version).faults()
    }

    private func inline(_ reference: OpenAPI.SchemaReference?) -> OpenAPI.Schema? {
        if case .inline(let schema) = reference { schema } else { nil }
    }

    @Test func readsEveryKeyword() throws {
        let schema = try schema(
            #"""
            {"$schema":"d","$id":"https://x/s","$anchor":"a","$dynamicAnchor":"da","$comment":"c","$defs":{"D":{}},
             "type":["object","null"],"title":"T","description":"D","format":"f","enum":[1,"a",null],"const":{"a":1},
             "default":null,"examples":[1,2],"deprecated":true,"readOnly":true,"writeOnly":true,
             "externalDocs":{"url":"u"},"xml":{"name":"n","attribute":true,"wrapped":true,"namespace":"s","prefix":"p"},
             "multipleOf":0.10,"minimum":1,"maximum":9,
             "minLength":1,"maxLength":2,"pattern":"^a","contentEncoding":"base64","contentMediaType":"image/png",
             "contentSchema":{},
             "items":{"type":"string"},"prefixItems":[{},{}],"contains":{},"minContains":1,"maxContains":2,"minItems":3,
             "maxItems":4,"uniqueItems":true,"unevaluatedItems":false,
             "properties":{"b":{},"a":{"$ref":"#/components/schemas/S"}},"required":["b"],
             "additionalProperties":false,"patternProperties":{"^x":{}},"propertyNames":{},"minProperties":1,
             "maxProperties":2,"dependentRequired":{"a":["b"]},"dependentSchemas":{"a":{}},"unevaluatedProperties":true,
             "allOf":[{}],"anyOf":[{},{}],"oneOf":[{},{},{}],"not":{},"if":{},"then":{},"else":{},
             "discriminator":{"propertyName":"kind","mapping":{"s":"S"}},"x-e":1}
            """#)
        #expect(schema.types == [.object, .null])
        #expect(schema.enumeration?.count == 3)
        #expect(schema.constant?["a"]?.number?.integer == 1)
        #expect(schema.annotations.defaultValue?.isNull == true)
        #expect(schema.annotations.examples.count == 2)
        #expect(schema.annotations.xml?.isAttribute == true)
        #expect(schema.annotations.externalDocs?.url == "u")
        #expect(schema.number.multipleOf == NumberText("0.10"))
        #expect(schema.number.minimum == .init(NumberText("1"), isExclusive: false))
        #expect((schema.string.minLength, schema.string.maxLength) == (1, 2))
        #expect(schema.string.contentEncoding == "base64")
        #expect(schema.array.prefixItems.count == 2)
        #expect(inline(schema.array.items)?.types == .string)
        #expect(inline(schema.array.unevaluatedItems)?.boolean == false)
        #expect(schema.object.properties.keys == ["b", "a"])
        #expect(schema.object.properties["a"]?.target?.name == "S")
        guard case .some(.none) = schema.object.additionalProperties, case .any = schema.object.unevaluatedProperties
        else {
            Issue.record("additionalProperties or unevaluatedProperties is not what the document says")
            return
        }
        #expect(schema.object.dependentRequired["a"] == ["b"])
        let composition = schema.composition
        #expect([composition.allOf, composition.anyOf, composition.oneOf].map(\.count) == [1, 2, 3])
        #expect(schema.composition.condition != nil && schema.composition.alternative != nil)
        #expect(schema.composition.discriminator?.mapping["s"]?.pointer == "/components/schemas/S")
        #expect(schema.identifiers.dynamicAnchor == "da")
        #expect(schema.extensions.map(\.key) == ["x-e"])
        #expect(schema.isDeprecated && schema.isReadOnly && schema.isWriteOnly)
    }

    @Test func foldsNullable() throws {
        let typed = try schema(#"{"type":"string","nullable":true}"#, version: "3.0.3")
        #expect(typed.types == [.string, .null])
        #expect(typed.isNullable)
        let untyped = try schema(#"{"nullable":true,"allOf":[{"type":"object"}]}"#, version: "3.0.3")
        #expect(untyped.types == nil)
        #expect(untyped.isNullable)
        #expect(faults(#"{"nullable":true,"type":"string"}"#).first?.contains("warning nullable-in-3.1") == true)
    }

    @Test(arguments: [
        ("3.0.3", #"{"minimum":5,"exclusiveMinimum":true}"#, "5", true),
        ("3.0.3", #"{"exclusiveMinimum":false,"minimum":5}"#, "5", false),
        ("3.1.0", #"{"exclusiveMinimum":5.0}"#, "5.0", true),
        ("3.1.0", #"{"minimum":5,"exclusiveMinimum":3}"#, "5", false),
        ("3.1.0", #"{"minimum":5,"exclusiveMinimum":5}"#, "5", true),
    ])
    func normalisesExclusiveLimits(_ version: String, _ text: String, _ value: String, _ isExclusive: Bool) throws {
        #expect(
            try schema(text, version: version).number.minimum == .init(NumberText(value), isExclusive: isExclusive))
    }

    @Test func takesTheTighterMaximum() throws {
        #expect(
            try schema(#"{"maximum":5,"exclusiveMaximum":4}"#).number.maximum
                == .init(NumberText("4"), isExclusive: true))
    }

    @Test func readsBooleanSchemas() throws {
        let document = try Files.schemas(#""T":true,"F":false"#).document()
        let booleans = document.schemas.map { document.schemas.resolve($0.schema)?.schema.boolean }
        #expect(booleans == [true, false])
    }

    @Test func putsTheOldExampleFirst() throws {
        #expect(try schema(#"{"examples":[2],"example":1}"#).annotations.examples.map(\.number?.text) == ["1", "2"])
    }

    @Test(arguments: [
        (#"{"type":"file"}"#, "2:13 error unknown-value: `file` is no type of JSON"),
        (#"{"type":"strng"}"#, "2:13 error unknown-value: `strng` is no value of `type`"),
        (
            #"{"minLength":-1}"#,
            "2:18 error out-of-range: "
                + "`minLength` is -1, where a whole number from 0 on is expected"
        ),
        (
            #"{"minLength":1.5}"#,
            "2:18 error out-of-range: "
                + "`minLength` is 1.5, where a whole number from 0 on is expected"
        ),
        (#"{"minLength":"x"}"#, "2:18 error wrong-type: `minLength` is a string, where a number is expected"),
        (#"{"multipleOf":0}"#, "2:19 error out-of-range: `multipleOf` must be greater than 0"),
        (#"{"properties":[]}"#, "2:19 error wrong-type: `properties` is an array, where an object is expected"),
        (#"{"enum":1}"#, "2:13 error wrong-type: `enum` is a number, where a list of values is expected"),
        (#"{"allOf":{}}"#, "2:14 error wrong-type: `allOf` is an object, where a list is expected"),
        (#"{"$ref":1}"#, "2:13 error wrong-type: `$ref` is a number, where a string is expected"),
        (#""S""#, "2:5 error wrong-type: a schema must be an object, not a string"),
        (#"{"propertys":{}}"#, "2:6 warning unknown-field: a schema has no field `propertys`; it is ignored"),
        (
            #"{"required":true}"#,
            "2:17 warning misplaced-required: "
                + "`required` of a schema is a list of property names; the boolean is ignored"
        ),
        (#"{"minLength":"3"}"#, "2:18 warning quoted-number: `minLength` is a string; it is read as the number"),
        (#"{"type":["string",null]}"#, "2:23 warning unquoted-text: the type `null` is a string"),
        (
            #"{"items":[{}]}"#,
            "2:14 warning items-by-position: "
                + "`items` is one schema for all items; the list is read as `prefixItems`"
        ),
    ])
    func saysWhatIsWrong(_ text: String, _ expected: String) {
        #expect(faults(text).first == expected)
    }

    @Test func limitsBeyondEveryLengthSayNothing() throws {
        let schema = try schema(#"{"maxLength":99999999999999999999,"maxItems":1e3}"#)
        #expect(schema.string.maxLength == nil)
        #expect(schema.array.maxItems == 1000)
    }

    @Test func translatesRecursiveReferencesOf2019() throws {
        let schema = try schema(
            ##"{"$recursiveAnchor":true,"properties":{"filters":{"items":{"$recursiveRef":"#"}}}}"##)
        #expect(inline(schema.object.properties["filters"])?.array.items?.target?.name == "S")
    }

    @Test func readsADynamicReferenceThatCanMeanOneSchemaOnly() throws {
        let files = Files.schemas(
            ##"""
            "Tree":{"$dynamicAnchor":"node","properties":{
              "children":{"items":{"$dynamicRef":"#node"}},
              "parent":{"$dynamicRef":"#node","description":"d"},
              "both":{"$ref":"#/components/schemas/Other","$dynamicRef":"#node"}}},
            "Other":{"$anchor":"other","properties":{"plain":{"$dynamicRef":"#other"}}}
            """##)
        #expect(files.faults() == [])
        let document = try files.document()
        let schemas = document.schemas.compactMap { document.schemas.resolve($0.schema)?.schema.object.properties }
        let tree = try #require(schemas.first)
        #expect(inline(tree["children"])?.array.items?.target?.name == "Tree")
        guard case .reference(let parent, let siblings, _) = tree["parent"] else {
            Issue.record("not a reference")
            return
        }
        #expect(parent.name == "Tree" && siblings?.description == "d")
        guard case .reference(let other, let besides, _) = tree["both"] else {
            Issue.record("not a reference")
            return
        }
        #expect(other.name == "Other" && besides?.composition.allOf.first?.target?.name == "Tree")
        #expect(schemas.last?["plain"]?.target?.name == "Other")
    }

    @Test func saysWhereADynamicReferenceCanMeanSeveralSchemas() throws {
        let files = Files.schemas(
            ##"""
            "Tree":{"$id":"https://x/tree","$dynamicAnchor":"node","properties":{"next":{"$dynamicRef":"#node"}}},
            "Strict":{"$id":"https://x/strict","$dynamicAnchor":"node","$ref":"tree","unevaluatedProperties":false},
            "Page":{"$id":"https://x/page","properties":{"items":{"items":{"$dynamicRef":"#item"}}},
              "$defs":{"item":{"$dynamicAnchor":"item","not":{}}}},
            "Texts":{"$id":"https://x/texts","$ref":"page","$defs":{"item":{"$dynamicAnchor":"item","type":"string"}}}
            """##)
        #expect(
            files.faults().filter { !$0.hasPrefix("-") } == [
                "2:92 warning dynamic-reference: several schemas have the `$dynamicAnchor` `node`, and which of them "
                    + "is meant depends on where the schema is used; the nearest is taken",
                "4:78 warning dynamic-reference: `#item` is a schema that others fill in, each with its own; it is "
                    + "read as one that allows anything",
            ])
        let document = try files.document()
        let objects = document.schemas.map { document.schemas.resolve($0.schema)?.schema.object }
        #expect(objects.first??.properties["next"]?.target?.name == "Tree")
        let items = try #require(objects.dropFirst(2).first??.properties["items"])
        #expect(inline(items)?.array.items?.target == nil)
    }

    @Test func saysThatADynamicReferenceLeadsNowhere() {
        #expect(
            faults(##"{"$dynamicRef":"#none"}"##).first?.contains("error unresolved-reference: `#none` leads nowhere")
                == true)
    }
}
