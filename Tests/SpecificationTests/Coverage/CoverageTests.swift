import Foundation
import QuillDiagnostics
import QuillEmitter
import QuillNodes
import QuillTexts
import TestThreads
import Testing

/// The README's table of what becomes of every field of OpenAPI, measured: each field is taken out of a document that
/// has all of them, and changed in it, and what changes in the output decides its column.
///
/// `QUILL_UPDATE_GOLDEN=1 swift test --filter CoverageTests` rewrites the table; review it like code.
@Suite struct CoverageTests {
    @Test func tableOfTheReadmeIsTrue() async throws {
        let measured = try await Coverage.measured()
        let table = measured.table
        let readme = try String(contentsOf: SourceFolder.readme, encoding: .utf8)
        let parts = readme.components(separatedBy: Coverage.begin)
        let rest = parts.count == 2 ? parts[1].components(separatedBy: Coverage.end) : []
        try #require(rest.count == 2, "the README has no place for the table")
        if ProcessInfo.processInfo.environment["QUILL_UPDATE_GOLDEN"] == "1" {
            let updated = parts[0] + Coverage.begin + "\n" + table + Coverage.end + rest[1]
            try Data(updated.utf8).write(to: SourceFolder.readme)
        }
        #expect(rest[0].trimmingCharacters(in: .whitespacesAndNewlines) == table.trimmingCharacters(in: .newlines))
    }

    @Test func everyFieldThatNobodyReadsHasAReason() async throws {
        let measured = try await Coverage.measured()
        #expect(measured.fields(.nothing).sorted() == UnusedField.all.map(\.field).sorted())
    }

    @Test func samplesHaveEveryField() async throws {
        // Swagger's items and header fields hold the keywords of its parameters, which are measured there; a license has
        // a URL only where it has no identifier.
        let missing = try await Coverage.measured().missing.filter {
            !$0.hasPrefix("Items (2.0)") && !$0.hasPrefix("Header (2.0)") && $0 != "License.url"
        }
        #expect(missing == [])
    }
}

/// What becomes of every field.
struct Coverage: Sendable {
    static let begin = "<!-- coverage: measured by CoverageTests -->"
    static let end = "<!-- end of coverage -->"

    private struct Row: Sendable {
        let object: String
        var fields: [(name: String, effect: Effect?)]
    }

    private let rows: [Row]

    /// Measured once for all tests.
    static func measured() async throws -> Coverage { try await measurement.value }

    private static let measurement = Task { try await Coverage() }

    private init() async throws {
        let newest = try await Self.rows(of: "openapi-3.2.yaml", from: "OpenAPI", SpecificationObject.newest) { _, _ in
            true
        }
        let older = try await Self.rows(of: "openapi-3.0.yaml", from: "OpenAPI", SpecificationObject.older) {
            SpecificationObject.newest[$0]?.fields.map(\.name).contains($1) != true
        }
        let oldest = try await Self.rows(of: "swagger-2.0.yaml", from: "Swagger", SpecificationObject.oldest) {
            SpecificationObject.newest[$0]?.fields.map(\.name).contains($1) != true
        }
        rows =
            newest + older.map { Row(object: "\($0.object) (3.0)", fields: $0.fields) }
            + oldest.map { Row(object: $0.object == "Swagger" ? "Swagger" : "\($0.object) (2.0)", fields: $0.fields) }
    }

    private static func rows(
        of file: String, from kind: String, _ objects: [String: SpecificationObject],
        where isWanted: @Sendable (String, String) -> Bool
    ) async throws -> [Row] {
        let root = try SourceFolder.document(file)
        let sample = Sample(root, kind: kind, objects: objects)
        let emitter = try Emitter(texts: .embedded)
        let before = try Generation(of: root, emitter: emitter)
        try #require(!before.isRefused, "\(file) is refused: \(before.diagnostics.map(\.message))")
        return try await withThrowingTaskGroup(of: Row.self) { group in
            for object in objects.values {
                let fields = object.fields.map(\.name).filter { isWanted(object.name, $0) }
                if fields.isEmpty { continue }
                group.addTask {
                    try await aside {
                        Row(
                            object: object.name,
                            fields: try fields.map { field in
                                (field, try sample.effect(of: field, in: object.name, beside: before, emitter: emitter))
                            })
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.object < $1.object }
        }
    }

    /// The fields that stand in no sample.
    var missing: [String] {
        rows.flatMap { row in row.fields.filter { $0.effect == nil }.map { "\(row.object).\($0.name)" } }
    }

    func fields(_ effect: Effect) -> [String] {
        rows.flatMap { row in row.fields.filter { $0.effect == effect }.map { "\(row.object).\($0.name)" } }
    }

    /// Markdown: a row for each object, a column for each effect.
    var table: String {
        var text = "| object | decides code | in comments | told by a diagnostic | no effect |\n"
        text += "| --- | --- | --- | --- | --- |\n"
        for row in rows {
            let cells = [Effect.code, .documented, .told, .nothing].map { effect in
                row.fields.filter { $0.effect == effect }.map { "`\($0.name)`" }.joined(separator: " ")
            }
            text += "| \(row.object) | " + cells.joined(separator: " | ") + " |\n"
        }
        text += "\nWithout effect, and why:\n\n"
        for (reason, fields) in UnusedField.byReason {
            text += "- \(fields.map { "`\($0)`" }.joined(separator: ", ")): \(reason)\n"
        }
        return text
    }
}

/// A field that changes nothing, and why that is right.
struct UnusedField {
    let field: String
    let reason: String

    static let all: [UnusedField] = reasons.flatMap { reason, fields in
        fields.split(separator: " ").map { UnusedField(field: String($0).replacing("_", with: " "), reason: reason) }
    }

    static var byReason: [(reason: String, fields: [String])] {
        reasons.map { reason, _ in (reason, all.filter { $0.reason == reason }.map(\.field)) }
    }

    /// By reason; `_` stands for a space in the name of an object.
    private static let reasons: [(reason: String, fields: String)] = [
        (
            "multipart that is no object, and multipart within a part, is passed as it came",
            "Encoding.encoding Encoding.itemEncoding Encoding.prefixEncoding Media_Type.itemEncoding "
                + "Media_Type.prefixEncoding"
        ),
        (
            "of an example its value is shown, and nothing else",
            "Example.dataValue Example.description Example.externalValue Example.serializedValue Example.summary"
        ),
        (
            "the defaults and limits of header fields are not applied",
            "Header_(2.0).default Header_(2.0).minimum"
        ),
        ("where a link leads is told by its operation", "Link.server"),
        ("every schema is read by one dialect", "OpenAPI.jsonSchemaDialect Schema.$vocabulary"),
        (
            "of one media type nothing depends on its name where it is JSON all the same",
            "Operation_(2.0).consumes Swagger.consumes"
        ),
        ("a remark among authors", "Schema.$comment"),
        ("the content of a text is handed on as the text", "Schema.contentMediaType"),
        ("there is no XML in the output", "Schema.xml XML.attribute XML.name XML.namespace XML.prefix XML.wrapped"),
        ("it sorts tags for readers, and changes no group", "Tag.kind"),
    ]
}
