import Foundation

// embed-text OUTPUT STAMP (NAME FOLDER EXTENSION)...
//
// Writes a Swift file in which `EmbeddedText.NAME` lists the text files of FOLDER that have the EXTENSION (`*`: any),
// and renews the file STAMP. Run by the plugin of the same name, which says what the stamp is for.

do {
    let words = Array(CommandLine.arguments.dropFirst())
    guard words.count >= 2, (words.count - 2) % 3 == 0 else {
        throw EmbeddingError(description: "usage: embed-text OUTPUT STAMP (NAME FOLDER EXTENSION)...")
    }
    let folders = try stride(from: 2, to: words.count, by: 3).map { index in
        try EmbeddedFolder(name: words[index], folder: words[index + 1], fileExtension: words[index + 2])
    }
    let source = Data(embeddedSource(folders))
    let output = URL(fileURLWithPath: words[0])
    if (try? Data(contentsOf: output)) != source {
        try source.write(to: output, options: .atomic)
    }
    try Data("\(Date().timeIntervalSince1970)\n".utf8).write(to: URL(fileURLWithPath: words[1]), options: .atomic)
} catch {
    FileHandle.standardError.write(Data("error: embed-text: \(error)\n".utf8))
    exit(1)
}
