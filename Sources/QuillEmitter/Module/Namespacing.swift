/// Puts the declarations of a document into an enumeration, so that several documents fit into one module.
///
///     public struct Pet: Model { let owner: Owner }          public extension PetShop {
///                                                     →          struct Pet: Model { let owner: PetShop.Owner }
///                                                            }
///     extension Scope { … Operation.list … }                 extension PetShop.Scope { … PetShop.Operation.list … }
///
/// An extension cannot stand inside of a type and does not see what stands beside the type that it extends. So it stays
/// outside, and every mention of what moved is qualified. That is done on the text, which has a form that is known: what
/// is declared for all begins in the first column, and ends with a brace there.
struct Namespacing {
    let namespace: String
    /// What stays outside.
    let outside: Set<String>

    func apply(to pieces: inout [ModulePiece]) {
        let chunks = pieces.map { SwiftChunk.chunks(of: $0.body) }
        let moved = Set(chunks.joined().compactMap(\.declaredName)).subtracting(outside)
        for index in pieces.indices {
            pieces[index].body = body(chunks[index], moved)
        }
    }

    private func body(_ chunks: [SwiftChunk], _ moved: Set<String>) -> String {
        var body = ""
        var isInside = false
        for chunk in chunks {
            let text = SwiftWords.replaced(in: chunk.text) { moved.contains($0) ? "\(namespace).\($0)" : nil }
            let belongsInside = chunk.declaredName.map(moved.contains) ?? false
            if isInside, !belongsInside { body += "}\n" }
            if !body.isEmpty { body += "\n" }
            if belongsInside, !isInside { body += "nonisolated extension \(namespace) {\n" }
            body += belongsInside ? Self.indented(text) : text
            isInside = belongsInside
        }
        return isInside ? body + "}\n" : body
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
    }
}

/// One declaration of a file with what is said about it, or an extension.
struct SwiftChunk {
    let text: String
    /// nil for an extension.
    let declaredName: String?

    /// The declarations of a text, in order. Lines between them that belong to none are part of the next.
    static func chunks(of text: String) -> [SwiftChunk] {
        var chunks: [SwiftChunk] = []
        var lines: [Substring] = []
        var head: Substring?
        func close() {
            while lines.first?.isEmpty == true { lines.removeFirst() }
            guard !lines.isEmpty else { return }
            let text = lines.joined(separator: "\n") + "\n"
            chunks.append(SwiftChunk(text: text, declaredName: head.flatMap(name)))
            (lines, head) = ([], nil)
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            lines.append(line)
            guard let first = line.utf8.first, first != UInt8(ascii: " "), first != UInt8(ascii: "@") else { continue }
            if line.hasPrefix("//") { continue }
            if head == nil { head = line }
            if first == UInt8(ascii: "}") || line.hasSuffix("}") || line.split(separator: " ").contains("typealias") {
                close()
            }
        }
        close()
        return chunks
    }

    private static let keywords: Set<Substring> = ["struct", "enum", "class", "actor", "protocol", "typealias"]

    /// `Pet` of `public nonisolated struct Pet: Model {`
    private static func name(_ head: Substring) -> String? {
        let words = head.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "`" }
        guard let index = words.firstIndex(where: keywords.contains), index + 1 < words.count else { return nil }
        return String(words[index + 1])
    }
}
