import QuillDiagnostics

/// Literal and folded texts behind `|` and `>` (YAML 1.2 §8.1).
extension YAMLParser {
    /// What becomes of the line ends behind the text.
    private enum Chomping {
        case strip, clip, keep
    }

    mutating func blockScalar(parent: Int, _ properties: Int?) throws(DiagnosticsError) {
        let start = position
        let isFolded = bytes[position] == 0x3E
        let (chomping, given) = try header()
        let indentation =
            if let given { max(parent, 0) + given } else { try detectedIndentation(parent) }

        scratch.removeAll(keepingCapacity: true)
        // Line ends that are written once it is known what follows them.
        var pending = 0
        var hasText = false
        var wasSpaced = false
        while true {
            lineStart = position
            while bytes[position] == 0x20, position - lineStart < indentation { position += 1 }
            let byte = bytes[position]
            if byte == 0x0A || byte == 0x0D {
                pending += 1
                newLine()
                continue
            }
            if bytes.isEnd(at: position) {
                if position > lineStart { pending += 1 }
                break
            }
            if position - lineStart < indentation || (position == lineStart && bytes.isMarker(at: position)) {
                if byte == 0x09 { throw tabIndentation(at: position) }
                position = lineStart
                break
            }

            let isSpaced = byte == 0x20 || byte == 0x09
            if isFolded && hasText && !wasSpaced && !isSpaced {
                if pending == 1 { scratch.append(0x20) }
                pending -= 1
            }
            if pending > 0 { scratch.append(contentsOf: repeatElement(0x0A, count: pending)) }
            hasText = true
            wasSpaced = isSpaced
            let text = position
            while bytes[position] >= 0x20 || bytes[position] == 0x09 { position += 1 }
            scratch.append(contentsOf: bytes.buffer(text, position))
            guard bytes[position].isLineEnd else { throw controlCharacter() }
            // A last line without a line end is read as if it had one.
            pending = 1
            if bytes.isEnd(at: position) { break }
            newLine()
        }
        switch chomping {
        case .strip: break
        case .clip: if hasText { scratch.append(0x0A) }
        case .keep: scratch.append(contentsOf: repeatElement(0x0A, count: pending))
        }
        emit(.scalar(builtText(), isFolded ? .folded : .literal), at: start, properties)
        try separate()
    }

    /// `|2-` and the rest of its line.
    private mutating func header() throws(DiagnosticsError) -> (Chomping, indentation: Int?) {
        position += 1
        var chomping: Chomping?
        var indentation: Int?
        while true {
            switch bytes[position] {
            case 0x2B where chomping == nil: chomping = .keep
            case 0x2D where chomping == nil: chomping = .strip
            case 0x31...0x39 where indentation == nil: indentation = Int(bytes[position] - 0x30)
            default:
                try lineEnd("the header of a block scalar")
                return (chomping ?? .clip, indentation)
            }
            position += 1
        }
    }

    /// The indentation of the first line that has text.
    private func detectedIndentation(_ parent: Int) throws(DiagnosticsError) -> Int {
        var index = position
        var deepest = 0
        var deepestLine = index
        while true {
            let line = index
            while bytes[index] == 0x20 { index += 1 }
            let spaces = index - line
            let byte = bytes[index]
            if byte == 0x0A || byte == 0x0D {
                if spaces > deepest { (deepest, deepestLine) = (spaces, line) }
                index += byte == 0x0D && bytes[index + 1] == 0x0A ? 2 : 1
                continue
            }
            if byte == 0 { return max(parent + 1, deepest, spaces) }
            if spaces <= parent || (spaces == 0 && bytes.isMarker(at: index)) { return max(parent + 1, deepest) }
            guard deepest <= spaces else {
                throw fault(
                    .badIndentation, "an empty line is indented more than the first line of the text",
                    at: deepestLine + spaces, notes: [note("the text starts here", at: index)])
            }
            return spaces
        }
    }
}
