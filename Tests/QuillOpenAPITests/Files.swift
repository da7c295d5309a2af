import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// Files in memory, read as one document.
struct Files {
    var texts: [String: String]
    var rules = ReferenceRules()

    init(_ texts: [String: String]) {
        self.texts = texts
    }

    /// A document of one file.
    init(_ root: String) {
        texts = ["api.json": root]
    }

    struct Missing: Error, CustomStringConvertible {
        var description: String { "there is no such file" }
    }

    func read(_ root: String = "api.json") throws(DiagnosticsError) -> (OpenAPI.Document, [Diagnostic]) {
        let reader = OpenAPIReader(rules: rules) { path in
            guard let text = texts[path] else { throw Missing() }
            return try DocumentReader.read(SourceText(path: path, text: text), format: .json)
        }
        let (document, warnings) = try reader.read(rootPath: root)
        return (document, warnings)
    }

    func document(_ root: String = "api.json") throws -> OpenAPI.Document { try read(root).0 }

    /// What is wrong, each as `line:column severity code: message`, followed by its notes; the file's name first where
    /// it is not the root.
    func faults(_ root: String = "api.json") -> [String] {
        var diagnostics: [Diagnostic]
        do throws(DiagnosticsError) {
            diagnostics = try read(root).1
        } catch {
            diagnostics = error.diagnostics
        }
        return diagnostics.flatMap { diagnostic -> [String] in
            let place = diagnostic.location.map { location in
                let (line, column) = location.source.position(at: location.offset)
                return (location.source.path == root ? "" : location.source.path + ":") + "\(line):\(column) "
            }
            return ["\(place ?? "")\(diagnostic.severity) \(diagnostic.code): \(diagnostic.message)"]
                + diagnostic.notes.map { "- " + $0.message }
        }
    }
}

extension Files {
    /// A document of 3.1 (or the version given) with members after `info`, the first of them on line 2.
    static func document(_ members: String, version: String = "3.1.0") -> Files {
        Files("{\"openapi\":\"\(version)\",\"info\":{\"title\":\"T\",\"version\":\"1\"},\n\(members)}")
    }

    /// A document with schemas, the first on line 2.
    static func schemas(_ schemas: String, version: String = "3.1.0") -> Files {
        Files(
            "{\"openapi\":\"\(version)\",\"info\":{\"title\":\"T\",\"version\":\"1\"},\"paths\":{},"
                + "\"components\":{\"schemas\":{\n\(schemas)}}}")
    }

    /// A document with one operation, `GET /a`, the members of which begin on line 3.
    static func operation(_ members: String, version: String = "3.1.0") -> Files {
        document(
            "\"paths\":{\"/a\":{\"get\":{\n\(members),\n\"responses\":{}}}}", version: version)
    }
}
