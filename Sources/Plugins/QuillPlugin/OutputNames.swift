/// The files that `quill target` writes whatever the documents are. They have to be known before it runs, and a plugin
/// can import nothing of its package; a test compares.
enum OutputNames {
    static var all: [String] {
        ["Quill.swift"] + numbered("Models", 32) + numbered("Client", 8) + numbered("Server", 8)
    }

    private static func numbered(_ kind: String, _ count: Int) -> [String] {
        (0..<count).map { "Quill\(kind)\($0 < 10 ? "0" : "")\($0).swift" }
    }
}
