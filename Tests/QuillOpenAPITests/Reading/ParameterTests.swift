import QuillOpenAPI
import Testing

@Suite("Reading parameters")
struct ParameterTests {
    private func parameter(_ members: String) throws -> OpenAPI.Parameter {
        let document = try Files.document(
            #"""
            "paths":{"/a/{p}":{"get":{"parameters":[
              {"name":"p","in":"path","required":true,"schema":{}},{\#(members)}]}}}
            """#
        ).document()
        return try #require(document.paths.first?.value.operations.first?.parameters.last)
    }

    @Test(arguments: [
        (#""in":"query""#, OpenAPI.Serialization(style: .form, explode: true, allowsReserved: false)),
        (#""in":"cookie""#, .init(style: .form, explode: true, allowsReserved: false)),
        (#""in":"header""#, .init(style: .simple, explode: false, allowsReserved: false)),
        (#""in":"query","style":"pipeDelimited""#, .init(style: .pipeDelimited, explode: false, allowsReserved: false)),
        (#""in":"query","style":"deepObject""#, .init(style: .deepObject, explode: false, allowsReserved: false)),
        (
            #""in":"query","explode":false,"allowReserved":true"#,
            .init(style: .form, explode: false, allowsReserved: true)
        ),
        (#""in":"header","explode":true"#, .init(style: .simple, explode: true, allowsReserved: false)),
    ])
    func fillsInTheDefaultsOfStyles(_ members: String, _ expected: OpenAPI.Serialization) throws {
        let parameter = try parameter(#""name":"q","schema":{},"# + members)
        guard case .schema(_, let serialization) = parameter.value else {
            Issue.record("not by schema")
            return
        }
        #expect(serialization == expected)
    }

    @Test func readsContentInPlaceOfASchema() throws {
        let parameter = try parameter(
            #""name":"q","in":"query","content":{"application/json":{"schema":{"type":"object"}}}"#)
        guard case .content("application/json", let media) = parameter.value else {
            Issue.record("not by content")
            return
        }
        #expect(media.schema != nil)
    }

    @Test func refusesStylesWhereTheyHaveNoMeaning() {
        let faults = Files.operation(
            #""parameters":[{"name":"q","in":"header","style":"deepObject","schema":{}}]"#
        ).faults()
        #expect(
            faults == [
                "3:49 error misplaced-style: the style `deepObject` cannot be used in a header",
                "- the styles there are `simple`",
            ])
    }

    @Test func recognisesSwagger2() {
        let faults = Files.operation(
            #""parameters":[{"name":"b","in":"body","schema":{}},{"name":"t","in":"query","type":"string"}]"#
        ).faults()
        #expect(
            faults == [
                "3:32 error unknown-value: `in: body` is of Swagger 2.0",
                "- describe the body in the operation's `requestBody`",
                "3:52 error missing-schema: the parameter `t` has neither `schema` nor `content`",
                "- move `type` and what belongs to it to `schema`",
                "3:77 warning unknown-field: a parameter has no field `type`; it is ignored",
                "- extensions begin with `x-`",
            ])
    }
}
