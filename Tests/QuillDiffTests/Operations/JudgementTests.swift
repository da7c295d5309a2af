import Testing

@testable import QuillDiff

/// How much a change matters to whom.
@Suite struct JudgementTests {
    private func document(_ operation: String, schema: String, kind: String = "paths", path: String = "/a") -> String {
        """
        {openapi: 3.1.0, info: {title: T, version: 1.0.0}, \(kind == "paths" ? "" : "paths: {}, ")
        \(kind): {\(path): {post: {\(operation) requestBody: {content: {application/json: {schema: \(schema)}}},
        responses: {}}}}}
        """
    }

    private func impact(_ difference: APIDifference, _ rule: String) -> Impact? {
        difference.changes.first { $0.rule.id == rule }?.impact
    }

    private let old = "{type: string, enum: [a, b]}"
    private let new = "{type: string, enum: [a]}"

    @Test func whatCallersSendBreaksThemWhereItIsNarrower() throws {
        let difference = try Documents.difference(document("", schema: old), document("", schema: new))
        #expect(
            impact(difference, "request-body-enum-value-removed")
                == Impact(callers: .breaking, implementers: .info))
    }

    @Test func inWebhooksTheServiceSends() throws {
        let (before, after) = (
            document("", schema: old, kind: "webhooks", path: "w"),
            document("", schema: new, kind: "webhooks", path: "w")
        )
        #expect(
            impact(try Documents.difference(before, after), "request-body-enum-value-removed")
                == Impact(callers: .info, implementers: .breaking))
        #expect(
            impact(try Documents.difference(after, before), "request-body-enum-value-added")
                == Impact(callers: .warning, implementers: .info))
    }

    @Test func whatIsNotStableMayChange() throws {
        let mark = "x-stability-level: alpha,"
        let difference = try Documents.difference(document(mark, schema: old), document(mark, schema: new))
        #expect(impact(difference, "request-body-enum-value-removed") == .both(.info))
    }

    @Test func whatMakesKeysFailComesFirst() throws {
        let scheme = "components: {securitySchemes: {k: {type: http, scheme: bearer}}}"
        func whole(_ scopes: String, _ schema: String) -> String {
            String(document("security: [{k: [\(scopes)]}],", schema: schema).dropLast()) + ", \(scheme)}"
        }
        let difference = try Documents.difference(whole("a", old), whole("a, b", new))
        #expect(difference.changes.first?.rule.id == "api-security-scope-added")
        #expect(difference.step == .major)
        #expect(difference.nextVersion?.description == "2.0.0")
    }
}
