import Foundation
import QuillDiagnostics
import QuillNodes

/// The files of this test target, and what they belong to.
enum SourceFolder {
    static let own = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    static let readme = own.appendingPathComponent("../../README.md").standardized

    static func document(_ name: String) throws -> Node {
        let bytes = try Data(contentsOf: own.appendingPathComponent("Documents/\(name)"))
        return try DocumentReader.read(SourceText(path: name, bytes: Array(bytes)))
    }
}
