import QuillDiagnostics

/// Every word of some Swift sources, whatever it means there: also those in comments and texts.
enum SourceWords {
    /// - Throws: where a file cannot be read.
    static func words(of files: [FilePath], in session: Session) throws(DiagnosticsError) -> Set<String> {
        var words: Set<String> = []
        for file in files {
            do {
                add(try InputFile.bytes(at: session.absolute(file)), to: &words)
            } catch {
                throw DiagnosticsError([
                    .error(.unreadableFile, "cannot read `\(file.text)`: \(error)", at: nil)
                ])
            }
        }
        return words
    }

    /// Every Swift file in a folder and the folders in it, hidden ones aside.
    ///
    /// - Parameter other: a folder that is passed over, the output.
    /// - Throws: where a folder cannot be read.
    static func files(
        below root: FilePath, except other: FilePath, in session: Session
    ) throws(DiagnosticsError) -> [FilePath] {
        var files: [FilePath] = []
        // Links between folders could make a circle.
        var waiting = [(folder: root, depth: 0)]
        while let (folder, depth) = waiting.popLast() {
            session.reads.note(folder, at: session.absolute(folder))
            let names: [String]
            do {
                names = try InputFile.names(in: session.absolute(folder))
            } catch {
                throw DiagnosticsError([
                    .error(.unreadableFile, "cannot read the folder `\(folder.text)`: \(error)", at: nil)
                ])
            }
            for name in names where !name.hasPrefix(".") {
                let path = folder.appending(name)
                if InputFile.isFolder(session.absolute(path)) {
                    let isOutput = InputFile.areSame(session.absolute(path), session.absolute(other))
                    if depth < 32, !isOutput { waiting.append((path, depth + 1)) }
                } else if name.hasSuffix(".swift") {
                    session.reads.note(path, at: session.absolute(path))
                    files.append(path)
                }
            }
        }
        return files
    }

    private static func add(_ bytes: [UInt8], to words: inout Set<String>) {
        bytes.withUnsafeBufferPointer { bytes in
            var start: Int?
            for index in 0...bytes.count {
                let isWord = index < bytes.count && continuesWord(bytes[index])
                if isWord {
                    start = start ?? index
                } else if let first = start {
                    words.insert(String(decoding: UnsafeBufferPointer(rebasing: bytes[first..<index]), as: UTF8.self))
                    start = nil
                }
            }
        }
    }

    private static func continuesWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: byte >= 0x80
        }
    }
}
