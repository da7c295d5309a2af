import QuillOpenAPI
import Testing

@Suite("Reading Swagger 2.0 parameters")
struct SwaggerParameterTests {
    private func parameter(_ members: String) throws -> OpenAPI.Parameter {
        let document = try Files.swaggerOperation(#""parameters":[{"name":"q",\#(members)}]"#).document()
        return try #require(document.paths.first?.value.operations.first?.parameters.first)
    }

    @Test func makesASchemaOfTheKeywordsBesideTheName() throws {
        let parameter = try parameter(
            #"""
            "in":"query","description":"D","type":"integer","format":"int32","default":3,"minimum":1,"maximum":9,
            "exclusiveMaximum":true,"multipleOf":2,"enum":[3,5],"allowEmptyValue":true,"x-nullable":true,"x-p":1
            """#)
        #expect(parameter.description == "D")
        #expect(parameter.allowsEmptyValue)
        #expect(parameter.extensions.map(\.key) == ["x-nullable", "x-p"])
        guard case .schema(.inline(let schema), _) = parameter.value else {
            Issue.record("no schema")
            return
        }
        #expect(schema.types == [.integer, .null])
        #expect(schema.format == "int32")
        #expect(schema.annotations.defaultValue?.number?.integer == 3)
        #expect(schema.number.maximum?.isExclusive == true)
        #expect(schema.number.minimum?.value.integer == 1)
        #expect(schema.number.multipleOf?.integer == 2)
        #expect(schema.enumeration?.count == 2)
        #expect(schema.location.offset == parameter.location.offset)
    }

    @Test(arguments: [
        (#""in":"query""#, OpenAPI.Style.form, false),
        (#""in":"query","collectionFormat":"csv""#, .form, false),
        (#""in":"query","collectionFormat":"multi""#, .form, true),
        (#""in":"query","collectionFormat":"ssv""#, .spaceDelimited, false),
        (#""in":"query","collectionFormat":"pipes""#, .pipeDelimited, false),
        (#""in":"query","collectionFormat":"tsv""#, .tabDelimited, false),
        (#""in":"header","collectionFormat":"csv""#, .simple, false),
        (#""in":"header","collectionFormat":"ssv""#, .spaceDelimited, false),
        (#""in":"header","collectionFormat":"tsv""#, .tabDelimited, false),
        (#""in":"header","collectionFormat":"pipes""#, .pipeDelimited, false),
    ])
    func laysListsOut(_ members: String, _ style: OpenAPI.Style, _ explode: Bool) throws {
        let parameter = try parameter(members + #","type":"array","items":{"type":"string"}"#)
        guard case .schema(_, let serialization) = parameter.value else {
            Issue.record("no schema")
            return
        }
        #expect(serialization == .init(style: style, explode: explode, allowsReserved: false))
    }

    @Test func refusesLayoutsThatAPlaceCannotHave() {
        let faults = Files.swaggerOperation(
            #"""
            "parameters":[{"name":"q","in":"header","type":"array","items":{},"collectionFormat":"multi"},
            {"name":"r","in":"query","type":"array","items":{"type":"array","items":{},"collectionFormat":"ssv"}},
            {"name":"s","in":"query","type":"array","items":{"type":"string"},"collectionFormat":"cvs"},
            {"name":"t","in":"query","type":"string","collectionFormat":"csv"}]
            """#
        ).faults()
        #expect(
            faults == [
                "3:86 error unsupported-collection-format: the parameter `q` cannot have the `collectionFormat` multi: "
                    + "only queries and forms can",
                "- write `csv` if the service understands it",
                "4:95 error unsupported-collection-format: lists in lists can only be `csv`",
                "5:86 error unknown-value: `cvs` is no value of `collectionFormat`", "- did you mean `csv`?",
                "6:42 warning ignored-field: `collectionFormat` says nothing about what is no list",
            ])
    }

    @Test func understandsWhatIsCommonlyWrong() throws {
        let files = Files.swaggerOperation(
            #"""
            "parameters":[{"name":"q","in":"query"},
            {"name":"r","in":"query","schema":{"type":"integer"}},
            {"name":"s","in":"cookie","type":"string"}]
            """#)
        #expect(
            files.faults() == [
                "3:15 warning missing-field: the parameter `q` has no `type`; it is read as a string",
                "- add `type: string`, or what it is",
                "4:35 warning schema-of-3.0: the parameter `r` has a `schema` as in OpenAPI 3; it is read so",
                "- write `type` and what belongs to it beside `name`",
                "5:18 error unknown-value: `cookie` is no value of `in`",
                "- the values are `path`, `query`, `header`, `body`, `formData`",
            ])
    }

    @Test func sharesParametersOfAPathAndOfTheDocument() throws {
        let document = try Files.swagger(
            #"""
            "consumes":["application/json"],
            "paths":{"/a/{id}":{"parameters":[{"$ref":"#/parameters/id"},{"$ref":"#/parameters/body"}],
              "put":{"responses":{}},
              "post":{"parameters":[{"name":"b","in":"body","schema":{"type":"string"}}],"responses":{}}}},
            "parameters":{"id":{"name":"id","in":"path","required":true,"type":"string"},
              "body":{"name":"b","in":"body","required":true,"description":"B","schema":{"$ref":"#/definitions/Pet"}},
              "field":{"name":"f","in":"formData","type":"string"}},
            "definitions":{"Pet":{}}
            """#
        ).document()
        let item = try #require(document.paths.first?.value)
        #expect(item.parameters.map(\.name) == ["id"])
        #expect(item.parameters.first?.identity?.pointer == "/parameters/id")
        let bodies = item.operations.map(\.requestBody)
        #expect(bodies.first??.isRequired == true)
        #expect(bodies.first??.identity?.pointer == "/parameters/body")
        #expect(bodies.first??.content["application/json"]?.schema?.target?.name == "Pet")
        #expect(bodies.last??.isRequired == false)
        #expect(bodies.last??.content["application/json"]?.schema?.target == nil)
        #expect(document.components.parameters.keys == ["id"])
        #expect(document.components.requestBodies.keys == ["body"])
    }
}
