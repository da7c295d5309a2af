import QuillDiagnostics
import QuillEmitter
import QuillMustache
import QuillSwiftModel

/// The user's templates, which replace Quill's own: `DIR/client/method.mustache` the one named `client/method`.
struct TemplateOverrides {
    private let sources: [String: SourceText]

    static let none = TemplateOverrides(sources: [:])

    private init(sources: [String: SourceText]) {
        self.sources = sources
    }

    /// Every `*.mustache` in a folder and the folders in it.
    ///
    /// - Throws: what cannot be read, what is not UTF-8, and what has a name that none of Quill's templates has.
    init(folder: FilePath, in session: Session) throws(DiagnosticsError) {
        var sources: [String: SourceText] = [:]
        var faults: [Diagnostic] = []
        let known = try session.texts().templateNames
        // Links between folders could make a circle.
        var waiting: [(folder: String, depth: Int)] = [("", 0)]
        while let (prefix, depth) = waiting.popLast() {
            for name in try Self.names(in: folder.appending(prefix), session) where !name.hasPrefix(".") {
                let path = folder.appending(prefix + name)
                if InputFile.isFolder(session.absolute(path)) {
                    if depth < 8 { waiting.append((prefix + name + "/", depth + 1)) }
                    continue
                }
                guard name.hasSuffix(Self.suffix) else { continue }
                let template = prefix + name.dropLast(Self.suffix.count)
                guard known.contains(template) else {
                    faults.append(Self.unknown(template, path, known))
                    continue
                }
                let source = try InputFile.source(at: path, in: session)
                if !String(decoding: source.bytes, as: UTF8.self).utf8.elementsEqual(source.bytes) {
                    faults.append(.error(.invalidUTF8, "`\(path.text)` is not UTF-8", at: nil))
                }
                sources[template] = source
            }
        }
        guard faults.isEmpty else { throw DiagnosticsError(faults) }
        self.sources = sources
    }

    private static let suffix = ".mustache"

    /// An emitter that prefers these templates.
    ///
    /// - Throws: the first of them that is no Mustache.
    func emitter(access: AccessLevel = .public, texts: OutputTexts) throws(DiagnosticsError) -> Emitter {
        do {
            return try Emitter(
                texts: texts, overrides: sources.mapValues { String(decoding: $0.bytes, as: UTF8.self) }, access: access
            )
        } catch {
            throw DiagnosticsError([diagnostic(error)])
        }
    }

    /// The files that the emitter of these templates makes.
    ///
    /// - Throws: what a template asks for in vain.
    func files(of model: SwiftPackageModel, by emitter: Emitter) throws(DiagnosticsError) -> [EmittedFile] {
        do {
            return try emitter.emit(model)
        } catch {
            throw DiagnosticsError([diagnostic(error)])
        }
    }

    /// The same without what only a package has.
    ///
    /// - Throws: what a template asks for in vain.
    func declarations(of model: SwiftPackageModel, by emitter: Emitter) throws(DiagnosticsError) -> [EmittedFile] {
        do {
            return try emitter.declarations(model)
        } catch {
            throw DiagnosticsError([diagnostic(error)])
        }
    }

    /// A template's mistake at its place in the user's file.
    private func diagnostic(_ error: TemplateError) -> Diagnostic {
        guard let source = sources[error.template] else {
            return .error(.template, "\(error)", at: nil)
        }
        return .error(.template, error.message, at: Self.location(of: error, in: source))
    }

    private static func location(of error: TemplateError, in source: SourceText) -> SourceLocation {
        var (line, column, offset) = (1, 1, 0)
        while offset < source.bytes.count, line < error.line || (line == error.line && column < error.column) {
            let byte = source.bytes[offset]
            offset += 1
            if byte == 0x0A {
                if line == error.line { break }
                (line, column) = (line + 1, 1)
            } else if offset == source.bytes.count || source.bytes[offset] & 0xC0 != 0x80 {
                column += 1
            }
        }
        return SourceLocation(source, offset: offset)
    }

    private static func names(in folder: FilePath, _ session: Session) throws(DiagnosticsError) -> [String] {
        session.reads.note(folder, at: session.absolute(folder))
        do {
            return try InputFile.names(in: session.absolute(folder))
        } catch {
            throw DiagnosticsError([
                .error(.unreadableFile, "cannot read the folder `\(folder.text)`: \(error)", at: nil)
            ])
        }
    }

    private static func unknown(_ template: String, _ path: FilePath, _ known: [String]) -> Diagnostic {
        let near = Spelling.nearest(to: template, among: known)
        return .error(
            .unknownTemplate, "`\(path.text)` replaces nothing: there is no template `\(template)`", at: nil,
            notes: [
                .init(
                    near.map { "did you mean `\($0)\(suffix)`?" }
                        ?? "the templates are \(known.map { "`\($0)`" }.joined(separator: ", "))")
            ])
    }
}
