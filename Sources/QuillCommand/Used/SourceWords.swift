import QuillDiagnostics

/// Every word of some Swift sources, whatever it means there: also those in comments and texts.
enum SourceWords {
    /// The words, and of each how it stands there, ``last(_:)`` or before a ``member(_:of:)``:
    ///
    ///     client.pets.list()          client   client.pets   pets   pets.list   list   list;
    ///
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
            var rest = bytes[...]
            while let word = nextWord(in: &rest) {
                let text = String(decoding: word, as: UTF8.self)
                words.insert(text)
                if let member = member(behind: word.endIndex, in: bytes), !ofAnything.contains(member) {
                    words.insert(self.member(member, of: text))
                } else {
                    words.insert(last(text))
                }
            }
        }
    }

    /// A word with no member of it behind: `list` in `pets.list()`, and in `let all = pets.list`.
    static func last(_ word: String) -> String { word + ";" }

    /// A word and a member of it: `pets.list`.
    static func member(_ member: String, of word: String) -> String { "\(word).\(member)" }

    /// What every value has, or every type: behind a function, and behind what is passed on.
    private static let ofAnything: Set<String> = ["self", "init", "Type", "Protocol"]

    private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

    private static func nextWord(in rest: inout Bytes) -> Bytes? {
        rest = rest.drop { !continuesWord($0) }
        let word = rest.prefix(while: continuesWord)
        rest = rest[word.endIndex...]
        return word.isEmpty ? nil : word
    }

    /// `list` where `.list` comes next, blanks aside. In doubt none: a comment may stand between.
    private static func member(behind end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> String? {
        let dot = bytes[end...].drop(while: isBlank)
        guard dot.first == UInt8(ascii: ".") else { return nil }
        let word = dot.dropFirst().drop(while: isBlank).prefix(while: continuesWord)
        return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
            || byte == UInt8(ascii: "\t")
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
