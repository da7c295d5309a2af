import QuillDiagnostics
import QuillOutput

/// What an earlier run was asked and what it read, kept in a file: with the same question and nothing changed there is
/// nothing to do.
///
///     quill 0.1.0
///     --config spec/quill.json …
///     1763716000.123456789 spec/quill.json
///     1763716000.456789012 spec/api.yaml
struct RunState {
    private let file: FilePath
    private let question: String
    private let session: Session

    /// - Parameter question: the arguments; paths in it are part of it, the files' contents are not.
    init(file: FilePath, question: String, in session: Session) {
        self.file = file
        self.question = question.split(whereSeparator: \.isNewline).joined(separator: " ")
        self.session = session
    }

    private var head: String { "quill \(QuillCommand.version)\n\(question)\n" }

    /// What a run with this question read, if all of it has the same times still; nil if another run is needed.
    func current() -> [FilePath]? {
        // What cannot be read was not written by a run that knew this question.
        let text = String(decoding: (try? lone.contents()) ?? [], as: UTF8.self)
        guard text.hasPrefix(head), text.utf8.last == UInt8(ascii: "\n") else { return nil }
        var paths: [FilePath] = []
        for line in text.dropFirst(head.count).split(separator: "\n") {
            guard let space = line.firstIndex(of: " ") else { return nil }
            let path = FilePath(String(line[line.index(after: space)...]))
            guard line[..<space] == Self.text(FileTime(ofFileAt: session.absolute(path).text)) else { return nil }
            paths.append(path)
        }
        return paths
    }

    /// Notes that the run is done.
    func write() throws(DiagnosticsError) {
        var text = head
        for read in session.reads.files { text += "\(Self.text(read.time)) \(read.path.text)\n" }
        do {
            try lone.write(Array(text.utf8))
        } catch {
            throw DiagnosticsError([.error(.output, "cannot write `\(file.text)`: \(error)", at: nil)])
        }
    }

    private var lone: LoneFile { LoneFile(path: session.absolute(file).text) }

    private static func text(_ time: FileTime?) -> String { time?.description ?? "-" }
}
