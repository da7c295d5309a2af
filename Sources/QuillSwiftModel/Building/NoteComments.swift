import QuillAPI
import QuillNodes

/// What doc comments say of ``ReaderNotes``.
struct NoteComments {
    /// What is longer stands in the way of reading: it is left out.
    private static let exampleLength = 60
    /// How many examples are shown at most, as far as they fit together.
    private static let exampleCount = 3

    let schemas: [SchemaID: Schema]

    /// A paragraph for each: defaults and examples, where to read more. Empty where there is nothing to say.
    ///
    /// - Parameter description: what stands before it, which may tell of the default already.
    func lines(
        _ notes: ReaderNotes, of type: TypeUse?, beside description: String? = nil, defaultValue: Node? = nil
    ) -> [String] {
        var remarks: [String] = []
        if let value = defaultValue, !value.isNull {
            let text = NoteComments.shown(value) ?? value.jsonText(pretty: false)
            let isTold = description.map { $0.lowercased().contains("default") && $0.contains(text) } ?? false
            if !isTold { remarks.append("The service's default is `\(text)`.") }
        }
        if let text = examples(notes.examples, of: type) { remarks.append(text) }
        var lines = SwiftText.commentLines(remarks.joined(separator: " "))
        if let docs = notes.externalDocs {
            if !lines.isEmpty { lines.append("") }
            lines.append(NoteComments.reference(docs))
        }
        return lines
    }

    /// `See also On names: https://example.com/names`
    static func reference(_ docs: ExternalDocs) -> String {
        SwiftText.commentLines("See also \(docs.description.map { "\($0): " } ?? "")\(docs.url)").joined(separator: " ")
    }

    /// ``For example `Tom`, `Jerry`.``: values that say more than their type does.
    private func examples(_ values: [Node], of type: TypeUse?) -> String? {
        if let type, isTold(by: type) { return nil }
        var texts: [String] = []
        var length = 0
        for value in values.prefix(NoteComments.exampleCount) where !value.isNull {
            guard let text = NoteComments.shown(value), !texts.contains(text) else { continue }
            length += text.count
            if length > NoteComments.exampleLength { break }
            texts.append(text)
        }
        return texts.isEmpty ? nil : "For example \(texts.map { "`\($0)`" }.joined(separator: ", "))."
    }

    /// A value as code in a line: a text without its quotes; nil for what would not be read as such.
    private static func shown(_ value: Node) -> String? {
        let text = value.string ?? value.jsonText(pretty: false)
        return SwiftText.commentLines(text) == [text] && !text.contains("`") ? text : nil
    }

    private func isTold(by type: TypeUse) -> Bool {
        switch type.kind {
        case .boolean, .string(.dateTime), .string(.date), .string(.uuid): return true
        case .schema(let id):
            if case .enumeration = schemas[id]?.shape { return true }
            return false
        default: return false
        }
    }
}
