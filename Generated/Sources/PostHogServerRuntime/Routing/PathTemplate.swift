// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import PostHogRuntime

/// A path template taken apart: `/api/{project_id}/export.{format}/` has the segments `api`, any text, and `export.`
/// followed by any text (OpenAPI §4.8.8).
nonisolated struct PathTemplate: Sendable {
    enum Segment: Sendable {
        case fixed([UInt8])
        case parameter
        /// Text around and between parameters within one segment.
        case mixed(SegmentPattern)
    }

    let segments: [Segment]
    let endsWithSlash: Bool
    /// The names of the parameters in the order in which they stand.
    let parameters: [String]

    init(_ template: String) {
        var parts = template.split(separator: "/", omittingEmptySubsequences: false)
        if parts.first?.isEmpty == true { parts.removeFirst() }
        endsWithSlash = parts.count > 1 && parts.last?.isEmpty == true
        if parts.last?.isEmpty == true { parts.removeLast() }
        var parameters: [String] = []
        segments = parts.map { part in
            let pattern = SegmentPattern(part, names: &parameters)
            switch pattern.pieces.first {
            case .parameter where pattern.pieces.count == 1: return .parameter
            case .text where pattern.pieces.count == 1, nil:
                return .fixed(Array((PercentEncoding.decode(part) ?? String(part)).utf8))
            default: return .mixed(pattern)
            }
        }
        self.parameters = parameters
    }
}

/// A segment of a template that is more than one text or one parameter: `{base}...{head}`, `export.{format}`.
nonisolated struct SegmentPattern: Sendable, Equatable {
    enum Piece: Sendable, Equatable {
        case text([UInt8])
        case parameter
    }

    private(set) var pieces: [Piece] = []

    /// Reads `{name}` as a parameter; a brace without its partner is text.
    init(_ segment: Substring, names: inout [String]) {
        var rest = segment
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { pieces.append(.text(Array(rest[..<open].utf8))) }
            pieces.append(.parameter)
            names.append(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(Array(rest.utf8))) }
    }

    /// How much of the pattern is fixed: of two patterns that match, the one with more text is meant.
    var fixedLength: Int {
        pieces.reduce(0) { sum, piece in
            if case .text(let text) = piece { sum + text.count } else { sum }
        }
    }

    /// What the parameters stand for in a segment, or nil if it does not match. Each parameter but the last takes as
    /// few bytes as it can, and at least one. Linear in the length of the segment for each piece.
    func captures(in segment: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
        var captures: [ArraySlice<UInt8>] = []
        var rest = segment
        var isOpen = false  // a parameter waits for its end
        for (index, piece) in pieces.enumerated() {
            switch piece {
            case .parameter:
                if isOpen {
                    guard let byte = rest.indices.first else { return nil }
                    captures.append(rest[byte...byte])
                    rest = rest.dropFirst()
                }
                isOpen = true
            case .text(let text) where !isOpen:
                guard rest.starts(with: text) else { return nil }
                rest = rest.dropFirst(text.count)
            case .text(let text):
                let last = rest.endIndex - text.count
                var found = index == pieces.count - 1 ? max(last, rest.startIndex) : rest.startIndex + 1
                while found <= last, !rest[found...].starts(with: text) { found += 1 }
                guard found > rest.startIndex, found <= last else { return nil }
                captures.append(rest[..<found])
                rest = rest[(found + text.count)...]
                isOpen = false
            }
        }
        guard isOpen != rest.isEmpty else { return nil }
        return isOpen ? captures + [rest] : captures
    }
}
