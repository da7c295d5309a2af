import QuillAPI
import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// A document as its author writes it, in YAML, from the text to the API.
struct DocumentText {
    /// By path; the document itself is `api.yaml`.
    var files: [String: String]
    var options = APIOptions()

    init(_ root: String, files: [String: String] = [:], options: APIOptions = APIOptions()) {
        self.files = files.merging(["api.yaml": root]) { $1 }
        self.options = options
    }

    struct Missing: Error, CustomStringConvertible {
        var description: String { "there is no such file" }
    }

    func built() throws(DiagnosticsError) -> (api: API, warnings: [Diagnostic]) {
        let reader = OpenAPIReader { path in
            guard let text = files[path] else { throw Missing() }
            return try DocumentReader.read(SourceText(path: path, text: text), format: .yaml)
        }
        return try APIBuilder.build(try reader.read(rootPath: "api.yaml").document, options: options)
    }

    /// - Throws: also where there are warnings, so that every other test is one that nothing is wrong.
    func api(ignoringWarnings: Bool = false) throws -> API {
        let (api, warnings) = try built()
        if !warnings.isEmpty, !ignoringWarnings { throw DiagnosticsError(warnings) }
        return api
    }

    /// What is wrong, as `line:column severity code: message`, the file first where it is not the root, notes after it.
    var faults: [String] {
        var diagnostics: [Diagnostic]
        do throws(DiagnosticsError) {
            diagnostics = try built().warnings
        } catch {
            diagnostics = error.diagnostics
        }
        return diagnostics.flatMap { diagnostic in
            [place(diagnostic.location) + "\(diagnostic.severity) \(diagnostic.code): \(diagnostic.message)"]
                + diagnostic.notes.map { "- " + place($0.location) + $0.message }
        }
    }

    private func place(_ location: SourceLocation?) -> String {
        guard let location else { return "" }
        let (line, column) = location.source.position(at: location.offset)
        return (location.source.path == "api.yaml" ? "" : location.source.path + ":") + "\(line):\(column) "
    }
}

extension DocumentText {
    /// With schemas as components, the first on line 6, indented by four.
    static func schemas(_ schemas: String, version: String = "3.1.0", files: [String: String] = [:]) -> DocumentText {
        DocumentText(
            """
            openapi: \(version)
            info: {title: T, version: "1"}
            paths: {}
            components:
              schemas:
            \(indented(schemas, by: 4))
            """, files: files)
    }

    /// With a component `U` on line 6 that is one of choices, as `Cat {type: string}`: names of components, and schemas
    /// with spaces after colons only.
    static func union(
        _ choices: String, _ keywords: String = "", keyword: String = "oneOf", beside schemas: String = ""
    ) -> DocumentText {
        let listed = choices.replacing(": ", with: ":\u{a0}").split(separator: " ").map { choice in
            choice.hasPrefix("{")
                ? choice.replacing("\u{a0}", with: " ") : "{$ref: '#/components/schemas/\(choice)'}"
        }
        let stated = "\(keyword): [\(listed.joined(separator: ", "))]"
        return .schemas("U: {\(stated)\(keywords.isEmpty ? "" : ", \(keywords)")}\n\(schemas)")
    }

    /// With the members of one operation, `GET /a`, the first on line 6, indented by six. Without responses of its own
    /// it has an empty one.
    static func operation(
        _ members: String, path: String = "/a", version: String = "3.1.0", options: APIOptions = APIOptions()
    ) -> DocumentText {
        let responses = members.contains("responses:") ? "" : "      responses: {'204': {description: Done.}}\n"
        return DocumentText(
            """
            openapi: \(version)
            info: {title: T, version: "1"}
            paths:
              \(path):
                get:
            \(indented(members, by: 6))
            \(responses)
            """, options: options)
    }

    /// With paths, the first on line 4, indented by two.
    static func paths(
        _ paths: String, components: String = "{}", options: APIOptions = APIOptions()
    ) -> DocumentText {
        DocumentText(
            """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            paths:
            \(indented(paths, by: 2))
            components:
            \(indented(components, by: 2))
            """, options: options)
    }

    private static func indented(_ text: String, by count: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { String(repeating: " ", count: count) + $0 }.joined(separator: "\n")
    }
}
