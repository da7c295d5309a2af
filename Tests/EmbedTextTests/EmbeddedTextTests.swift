import Foundation
import Testing

@testable import QuillTexts
@testable import embed_text

@Suite struct EmbeddedTextTests {
    /// `EmbeddedText` is what the plugin compiled into the binary.
    @Test func everyTemplateAndRuntimeSourceIsEmbeddedAsItIs() throws {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let sections = [
            ("Templates", "*", EmbeddedText.templates),
            ("Sources/QuillRuntime", "swift", EmbeddedText.runtime),
            ("Sources/QuillClientRuntime", "swift", EmbeddedText.clientRuntime),
            ("Sources/QuillServerRuntime", "swift", EmbeddedText.serverRuntime),
        ]
        for (folder, fileExtension, texts) in sections {
            let path = package.appendingPathComponent(folder).path
            let files = try EmbeddedFolder(name: "x", folder: path, fileExtension: fileExtension).files
            #expect(texts.map(\.path) == files.map(\.path))
            for (text, file) in zip(texts, files) {
                #expect(Array(text.text.utf8) == file.text, "\(folder)/\(file.path)")
            }
        }
        #expect(!EmbeddedText.runtime.isEmpty)
    }

    @Test(arguments: [
        ("plain\n", "#\"\"\"\nplain\n\n\"\"\"#"),
        ("", "#\"\"\"\n\n\"\"\"#"),
        ("ends in \\\n", "#\"\"\"\nends in \\\n\n\"\"\"#"),
        ("\"\"\"", "#\"\"\"\n\"\"\"\n\"\"\"#"),
        ("\"\"\"##", "###\"\"\"\n\"\"\"##\n\"\"\"###"),
        ("\\#(x) # ####", "##\"\"\"\n\\#(x) # ####\n\"\"\"##"),
        ("a\r\nb\rc\0", "#\"\"\"\na\\#u{d}\nb\\#u{d}c\\#u{0}\n\"\"\"#"),
        ("\t\u{7F}", "#\"\"\"\n\t\\#u{7f}\n\"\"\"#"),
    ])
    func nothingInATextEndsItsLiteral(_ text: String, _ literal: String) {
        #expect(String(decoding: multiLineLiteral(Array(text.utf8)), as: UTF8.self) == literal)
    }

    @Test func namesAreLiteralsOnOneLine() {
        let literal = singleLineLiteral(Array("a\"#\n\\#(b)".utf8))
        #expect(String(decoding: literal, as: UTF8.self) == "##\"a\"#\\##u{a}\\#(b)\"##")
    }

    @Test func foldersAreReadInOrderWithoutHiddenFiles() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("quill-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("b/.hidden"), withIntermediateDirectories: true)
        for path in ["b/a.txt", "b/.hidden/x.txt", ".x.txt", "a.swift", "B.txt", "b/c.swift"] {
            try Data(path.utf8).write(to: folder.appendingPathComponent(path))
        }
        let all = try EmbeddedFolder(name: "x", folder: folder.path, fileExtension: "*")
        #expect(all.files.map(\.path) == ["B.txt", "a.swift", "b/a.txt", "b/c.swift"])
        let swift = try EmbeddedFolder(name: "x", folder: folder.path, fileExtension: "swift")
        #expect(swift.files.map(\.path) == ["a.swift", "b/c.swift"])
        #expect(try EmbeddedFolder(name: "x", folder: folder.path + "/none", fileExtension: "*").files.isEmpty)

        try Data([0xFF]).write(to: folder.appendingPathComponent("binary"))
        #expect(throws: EmbeddingError.self) {
            try EmbeddedFolder(name: "x", folder: folder.path, fileExtension: "*")
        }
    }
}
