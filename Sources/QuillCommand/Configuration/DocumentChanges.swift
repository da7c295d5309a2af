import QuillDiagnostics
import QuillNodes
import QuillOverlay

/// Files of overlays, and of patches, that are applied to a document in their order, overlays first.
struct DocumentChanges {
    var overlays: [FilePath] = []
    var patches: [FilePath] = []

    init(overlays: [FilePath] = [], patches: [FilePath] = []) {
        self.overlays = overlays
        self.patches = patches
    }

    /// Those that a configuration lists.
    ///
    /// - Parameters:
    ///   - root: the configuration, which may have faults: what is no list of texts counts as an empty one.
    ///   - folder: the folder of its file, which paths are relative to.
    init(_ root: Node, folder: FilePath) {
        func paths(_ node: Node?) -> [FilePath] { (node?.array ?? []).compactMap(\.string).map(folder.appending) }
        self.init(overlays: paths(root["overlays"]), patches: paths(root["patches"]))
    }

    static func += (changes: inout DocumentChanges, others: DocumentChanges) {
        changes.overlays += others.overlays
        changes.patches += others.patches
    }

    /// The root document as they leave it, and what is to be said about that.
    func applied(
        to root: Node, reading read: (FilePath) throws(DiagnosticsError) -> Node
    ) throws(DiagnosticsError) -> (Node, [Diagnostic]) {
        var root = root
        var warnings: [Diagnostic] = []
        do throws(DiagnosticsError) {
            for path in overlays {
                let (changed, found) = try Overlay(try read(path)).applied(to: root)
                root = changed
                warnings += found
            }
            for path in patches { root = try Patch.apply(try read(path), to: root) }
        } catch {
            throw DiagnosticsError(warnings + error.diagnostics)
        }
        return (root, warnings)
    }
}
