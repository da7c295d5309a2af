import QuillDiagnostics
import QuillNodes

/// Changes to a document that stand in a file of their own (OpenAPI Overlay 1.0, and `copy` of 1.1).
///
///     overlay: 1.0.0
///     info: { title: Names, version: 1.0.0 }
///     actions:
///       - target: $.paths['/pets'].get
///         update: { operationId: listPets }
///       - target: $.paths.*[?@.deprecated == true]
///         remove: true
public struct Overlay {
    private struct Action {
        let path: JSONPath
        let target: Node
        let change: Change
    }

    private enum Change {
        case remove
        case update(Node)
        case copy(JSONPath, Node)
    }

    private let actions: [Action]
    /// What is odd about the overlay itself.
    public private(set) var warnings: [Diagnostic] = []

    /// - Throws: everything that is wrong with it.
    public init(_ root: Node) throws(DiagnosticsError) {
        var reading = OverlayReading()
        var actions: [Action] = []
        reading.checkHead(root)
        for item in reading.actions(root) {
            guard let action = Self.action(item, &reading) else { continue }
            actions.append(action)
        }
        self.actions = actions
        warnings = reading.diagnostics.filter { $0.severity == .warning }
        guard warnings.count == reading.diagnostics.count else { throw DiagnosticsError(reading.diagnostics) }
    }

    private static func action(_ item: NodeObject, _ reading: inout OverlayReading) -> Action? {
        guard let target = item["target"], let path = reading.path(target, "target") else { return nil }
        if reading.flag(item["remove"], "remove") { return Action(path: path, target: target, change: .remove) }
        if let source = item["copy"] {
            return reading.path(source, "copy").map { Action(path: path, target: target, change: .copy($0, source)) }
        }
        guard let update = item["update"] else {
            reading.add(
                .error(
                    .missingField, "the action has none of `update`, `remove` and `copy`", at: target.location))
            return nil
        }
        return Action(path: path, target: target, change: .update(update))
    }

    /// The document with every action done, in their order, and what is to be said about them.
    ///
    /// - Throws: where an action cannot be done.
    public func applied(to document: Node) throws(DiagnosticsError) -> (document: Node, warnings: [Diagnostic]) {
        var document = document
        var warnings = warnings
        for action in actions {
            let places = action.path.select(in: document)
            guard !places.isEmpty else {
                warnings.append(
                    .warning(
                        .overlayWithoutEffect, "`\(action.target.string ?? "")` matches nothing in the document",
                        at: action.target.location))
                continue
            }
            document = try Self.changed(document, places.map(\.path), action)
        }
        return (document, warnings)
    }

    private static func changed(
        _ document: Node, _ places: [[TreeStep]], _ action: Action
    ) throws(DiagnosticsError) -> Node {
        let edit = TreeEdit(at: places)
        switch action.change {
        case .remove:
            guard let rest = edit.applied(to: document, { _ in nil }) else {
                throw DiagnosticsError([
                    .error(.failedPatch, "the action would remove the whole document", at: action.target.location)
                ])
            }
            return rest
        case .update(let update): return edit.applied(to: document) { $0.updated(with: update) } ?? document
        case .copy(let path, let text):
            let sources = path.select(in: document)
            guard let source = sources.first, sources.count == 1 else {
                throw DiagnosticsError([
                    .error(
                        .failedPatch,
                        "`\(text.string ?? "")` matches \(sources.count) places, where one is to be copied",
                        at: text.location)
                ])
            }
            return edit.applied(to: document) { $0.updated(with: source.node) } ?? document
        }
    }
}

extension Node {
    /// What an action makes of its target: a list gets the update as an item, or its items.
    fileprivate func updated(with update: Node) -> Node {
        guard let items = array, update.array == nil else { return merged(with: update) }
        return Node(.array(items + [update]), at: location)
    }
}
