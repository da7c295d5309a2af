import QuillOutput
import Testing

@Suite struct OutputFileTests {
    @Test(arguments: [
        ("", "it is empty"),
        ("/etc/passwd", "it is absolute"),
        ("..", "a part of it is '..'"),
        ("a/../../b", "a part of it is '..'"),
        ("./a", "a part of it is '.'"),
        ("a//b", "a part of it is empty"),
        ("a/", "a part of it is empty"),
        ("a\0b", "it has a control character"),
        ("a\nb", "it has a control character"),
        ("a\u{2028}b", "it has a control character"),
        ("a\u{85}b", "it has a control character"),
        ("a\\b", "it has a backslash"),
        ("a/" + String(repeating: "é", count: 128), "a part of it is longer than 255 bytes"),
        (".git/hooks/pre-commit", "'.git' belongs to git"),
        ("a/.GIT", "'.GIT' belongs to git"),
        (".quill-manifest", "'.quill-manifest' belongs to quill"),
        ("a/.Quill-Manifest", "'.Quill-Manifest' belongs to quill"),
        (".quill-12-0.tmp", "'.quill-12-0.tmp' belongs to quill"),
    ])
    func pathsThatCouldDoHarmAreRefused(_ path: String, _ reason: String) {
        let error = #expect(throws: OutputError.self) { try OutputFile(path: path, contents: "") }
        #expect(error?.reason == .invalidPath(reason))
    }

    @Test(arguments: ["a", "a/b.swift", ".swift-format", "a b/c\"d", "é/日本", "...", "~", "-rf", "#a", "a:b"])
    func otherPathsAreTaken(_ path: String) throws {
        #expect(try OutputFile(path: path, contents: "x").contents == [0x78])
    }

    @Test(arguments: [
        (["a", "a"], "a: clashes with 'a', which is also to be written"),
        (["User.swift", "user.swift"], "user.swift: clashes with 'User.swift', which is also to be written"),
        (["\u{E9}", "e\u{301}"], "e\u{301}: clashes with '\u{E9}', which is also to be written"),
        (["a", "a/b"], "a/b: clashes with 'a', which is also to be written"),
        (["a/b", "A"], "a/b: clashes with 'A', which is also to be written"),
        (["Sources/a", "sources/b"], "sources/b: clashes with 'Sources/a', which is also to be written"),
    ])
    func outputsThatCannotBothExistEverywhereClash(_ paths: [String], _ expected: String) throws {
        let files = try paths.map { try OutputFile(path: $0, contents: "") }
        let error = #expect(throws: OutputError.self) { try TemporaryFolder().output.plan(files) }
        #expect(error?.description == expected)
    }
}
