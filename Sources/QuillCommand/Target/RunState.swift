import QuillDiagnostics
import QuillOutput

/// What an earlier run was asked and what it read, kept in a file: with the same question and nothing changed there is
/// nothing to do.
///
///     quill 0.1.0
///     --config spec/quill.json …
///     used: pets petsList
///     1763716000.123456789 spec/quill.json
///     1763716000.456789012 spec/api.yaml
///
/// Of the target's own sources, which change all the time, only the words count that decide what is generated. Those
/// that could are in a file beside it.
struct RunState {
    private let file: FilePath
    private let question: String
    private let sources: [FilePath]
    private let session: Session

    /// - Parameters:
    ///   - question: the arguments; paths in it are part of it, the files' contents are not.
    ///   - sources: the Swift files of the target, if words in them decide something.
    init(file: FilePath, question: String, sources: [FilePath], in session: Session) {
        self.file = file
        self.question = question.split(whereSeparator: \.isNewline).joined(separator: " ")
        self.sources = sources
        self.session = session
    }

    /// What a run with this question read, if all of it has the same times still; nil if another run is needed.
    ///
    /// - Throws: where a source cannot be read.
    func current() throws(DiagnosticsError) -> [FilePath]? {
        let head = try head(decidingWords: Set(lines(of: wordsFile)))
        // What cannot be read was not written by a run that knew this question.
        let lines = lines(of: file)
        guard lines.starts(with: head), lines.last == Self.end else { return nil }
        var paths: [FilePath] = []
        for line in lines.dropFirst(head.count).dropLast() {
            guard let space = line.firstIndex(of: " ") else { return nil }
            let path = FilePath(String(line[line.index(after: space)...]))
            guard line[..<space] == Self.text(FileTime(ofFileAt: session.absolute(path).text)) else { return nil }
            paths.append(path)
        }
        return paths
    }

    /// Notes that the run is done.
    ///
    /// - Parameter decidingWords: those that would have to come or go in the sources for another output.
    func write(decidingWords: Set<String>) throws(DiagnosticsError) {
        var lines = try head(decidingWords: decidingWords)
        for read in session.reads.files { lines.append("\(Self.text(read.time)) \(read.path.text)") }
        do {
            if !sources.isEmpty {
                try LoneFile(path: session.absolute(wordsFile).text)
                    .write(Array(decidingWords.sorted().joined(separator: "\n").utf8))
            }
            try LoneFile(path: session.absolute(file).text)
                .write(Array((lines + [Self.end]).joined(separator: "\n").utf8))
        } catch {
            throw DiagnosticsError([.error(.output, "cannot write `\(file.text)`: \(error)", at: nil)])
        }
    }

    private static let end = "done"

    private var wordsFile: FilePath { FilePath(file.text + ".words") }

    private func head(decidingWords: Set<String>) throws(DiagnosticsError) -> [String] {
        let used = try SourceWords.words(of: sources, in: session).intersection(decidingWords)
        return ["quill \(QuillCommand.version)", question, "used: " + used.sorted().joined(separator: " ")]
    }

    private func lines(of path: FilePath) -> [String] {
        let bytes = (try? LoneFile(path: session.absolute(path).text).contents()) ?? []
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private static func text(_ time: FileTime?) -> String { time?.description ?? "-" }
}
