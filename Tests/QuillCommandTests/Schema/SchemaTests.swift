import Foundation
import Testing

@Suite("quill schema")
struct SchemaTests {
    /// `swift run quill schema > Sources/quill/Documentation.docc/quill.schema.json` mends this.
    @Test func isWhatTheDocumentationHas() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../Sources/quill/Documentation.docc/quill.schema.json")
        #expect(try Workplace().run("schema").output == String(decoding: try Data(contentsOf: file), as: UTF8.self))
    }

    @Test func describesEveryKey() throws {
        let text = try Workplace().run("schema").output
        let schema = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let properties = try #require(schema["properties"] as? [String: [String: Any]])
        #expect(properties["document"]?["type"] as? String == "string")
        #expect(properties.values.allSatisfy { ($0["description"] as? String)?.hasSuffix(".") == true })
        let pagination = try #require(properties["pagination"]?["items"] as? [String: Any])
        #expect(pagination["required"] as? [String] == ["items"])
        #expect(pagination["additionalProperties"] as? Bool == false)
    }
}
