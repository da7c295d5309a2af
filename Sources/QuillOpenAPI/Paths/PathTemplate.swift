extension OpenAPI {
    /// A path with places for parameters: `/pets/{petId}/photos` (OpenAPI 3.1 §4.8.8.1).
    public struct PathTemplate: Sendable, Hashable {
        /// A part that is fixed or a part that is filled in.
        public enum Piece: Sendable, Hashable {
            case literal(String)
            /// The name of a parameter, braces left out.
            case parameter(String)
        }

        /// As the document writes it.
        public let text: String
        /// No two literals stand next to each other.
        public let pieces: [Piece]

        /// Nil where a brace is not closed, opens inside another pair, or encloses nothing.
        public init?(_ text: String) {
            var pieces: [Piece] = []
            let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
            var rest = text[...].utf8
            while !rest.isEmpty {
                let end = rest.firstIndex { $0 == open || $0 == close } ?? rest.endIndex
                if end > rest.startIndex { pieces.append(.literal(String(Substring(rest[..<end])))) }
                guard end < rest.endIndex else { break }
                guard rest[end] == open else { return nil }
                let name = rest[rest.index(after: end)...].prefix { $0 != open && $0 != close }
                guard !name.isEmpty, name.endIndex < rest.endIndex, rest[name.endIndex] == close else { return nil }
                pieces.append(.parameter(String(Substring(name))))
                rest = rest[rest.index(after: name.endIndex)...]
            }
            self.text = text
            self.pieces = pieces
        }

        /// The names of the parameters in order.
        public var parameterNames: [String] {
            pieces.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
        }

        /// What is the same for two templates that no request can tell apart: `/pets/{}/photos`.
        public var shape: String {
            pieces.map { if case .literal(let text) = $0 { text } else { "{}" } }.joined()
        }
    }
}
