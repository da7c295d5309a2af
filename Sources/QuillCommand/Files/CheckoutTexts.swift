import QuillDiagnostics
import QuillEmitter

extension OutputTexts {
    /// The texts in the checkout that this was compiled from.
    ///
    /// - Throws: where it is there no longer.
    static func checkout() throws(DiagnosticsError) -> OutputTexts {
        // Sources/QuillCommand/Files/CheckoutTexts.swift
        let root = FilePath(#filePath).folder.folder.folder.folder
        do throws(InputFile.Failure) {
            return OutputTexts(
                templates: try texts(below: root.appending("Templates")),
                runtime: try texts(below: root.appending("Sources/QuillRuntime")),
                clientRuntime: try texts(below: root.appending("Sources/QuillClientRuntime")),
                serverRuntime: try texts(below: root.appending("Sources/QuillServerRuntime")))
        } catch {
            throw DiagnosticsError([
                .error(
                    .unreadableFile, "cannot read Quill's templates and runtime below `\(root.text)`: \(error)",
                    at: nil,
                    notes: [.init("this command needs the checkout that it was built from; `quill` does not")])
            ])
        }
    }

    /// Every file in a folder and the folders in it, hidden ones aside, in the order of their paths.
    private static func texts(below root: FilePath) throws(InputFile.Failure) -> [Text] {
        var texts: [Text] = []
        var waiting = [""]
        while let folder = waiting.popLast() {
            for name in try InputFile.names(in: root.appending(folder)) where !name.hasPrefix(".") {
                let path = folder.isEmpty ? name : folder + "/" + name
                if InputFile.isFolder(root.appending(path)) {
                    waiting.append(path)
                } else {
                    let bytes = try InputFile.bytes(at: root.appending(path))
                    texts.append((path, String(decoding: bytes, as: UTF8.self)))
                }
            }
        }
        return texts.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
}
