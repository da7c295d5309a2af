import QuillAPI
import QuillDiagnostics
import QuillNodes
import QuillOpenAPI
import Testing

@testable import QuillSwiftModel

@Suite("Chosen names")
struct ChosenNameTests {
    private func options(_ change: (inout SwiftOptions) -> Void) -> SwiftOptions {
        var options = SwiftOptions(name: "Test")
        change(&options)
        return options
    }

    private func document(_ schema: String) -> String {
        """
        openapi: 3.1.0
        info: {title: T, version: "1"}
        paths: {}
        components: {schemas: {\(schema)}}
        """
    }

    @Test func comeBeforeThoseThatAreMade() throws {
        let text = try ModelText.schemas(
            "A: {type: object, x-quill-name: B, properties: {x: {type: string, x-quill-name: y}, y: {type: string}}}",
            "B: {type: object, properties: {z: {type: string}}}")
        #expect(text.properties(of: "B") == ["y: String?", "y2: String?"])
        #expect(text.properties(of: "BModel") == ["z: String?"])
    }

    @Test func ofTheConfigurationComeFirst() throws {
        let schema =
            "A: {type: object, x-quill-name: B, properties: {x: {type: string, x-quill-name: y}}}, "
            + "E: {enum: ['1', '2'], x-enum-varnames: [one, two]}"
        let text = try ModelText(
            document(schema),
            options: options {
                $0.schemaNames = ["A": "C"]
                $0.memberNames.properties = ["A.x": "z"]
                $0.memberNames.values = ["E.2": "second"]
            })
        #expect(text.properties(of: "C") == ["z: String?"])
        #expect(text.cases(of: "E") == ["one = \"1\"", "second = \"2\""])
    }

    @Test func areForBothShapesOfASchema() throws {
        let text = try ModelText(
            """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            paths:
              /a:
                post:
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
                  responses:
                    '200': {description: Made., content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
            components:
              schemas:
                A: {type: object, required: [id], properties: {id: {type: string, readOnly: true}, x: {type: string}}}
            """,
            options: options {
                $0.schemaNames = ["A": "C"]
                $0.memberNames.properties = ["A.x": "z"]
            })
        #expect(text.properties(of: "C") == ["id: String", "z: String?"])
        #expect(text.properties(of: "CInput") == ["z: String?"])
    }

    @Test func ofValuesAreWrittenAsInSwift() throws {
        let text = try ModelText.schemas("E: {enum: [0, 1, 2, 3], x-enum-varnames: [NOT_FOUND, NotMine, iOS, default]}")
        #expect(text.cases(of: "E") == ["notFound = 0", "notMine = 1", "iOS = 2", "`default` = 3"])
    }

    @Test(arguments: [
        (
            "A: {type: object, x-quill-name: C, properties: {x: {}}}, "
                + "B: {type: object, x-quill-name: C, properties: {x: {}}}",
            "the type cannot be called `C`: the name is taken, and it is `CModel` instead"
        ),
        (
            "A: {type: object, properties: {x: {type: string, x-quill-name: jsonText}}}",
            "the property cannot be called `jsonText`: the name is taken, and it is `x` instead"
        ),
        (
            "E: {enum: [a, b], x-enum-varnames: [c, c]}",
            "the values of an enumeration cannot be called `c` twice, nor by a name that every enumeration has already"
        ),
    ])
    func thatAreTakenAreTold(schema: String, fault: String) throws {
        let text = document(schema)
        let reader = OpenAPIReader { path in
            try DocumentReader.read(SourceText(path: path, text: text), format: .yaml)
        }
        let (api, _) = try APIBuilder.build(try reader.read(rootPath: "api.yaml").document)
        let warnings = try SwiftModelBuilder.build(api, options: SwiftOptions(name: "Test")).warnings
        #expect(warnings.map(\.message) == [fault])
        #expect(warnings.allSatisfy { $0.code == .takenName && $0.location != nil })
    }
}
