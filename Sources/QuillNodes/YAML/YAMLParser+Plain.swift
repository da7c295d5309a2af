import QuillDiagnostics

/// Scalars without quotes (YAML 1.2 §7.3.3).
extension YAMLParser {
    mutating func plain(
        _ parent: Int, _ properties: Int?, inFlow: Bool, isMultiline: Bool
    ) throws(DiagnosticsError) {
        guard startsPlain(inFlow) else { throw unexpectedIndicator(inFlow) }
        let start = position
        try plainLine(inFlow)
        var isBuilt = false
        if isMultiline && isLineEndAhead {
            isBuilt = try plainLines(from: start, parent, inFlow)
        }
        let text = isBuilt ? builtText() : .source(start: start, end: position)
        emit(.scalar(text, .plain), at: start, properties)
    }

    /// The further lines of a plain scalar, folded into ``scratch``; whether there are any.
    private mutating func plainLines(from start: Int, _ parent: Int, _ inFlow: Bool) throws(DiagnosticsError) -> Bool {
        var isBuilt = false
        while true {
            var next = position
            while bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
            var breaks = 0
            var line = next
            var spaces = 0
            while bytes[next] == 0x0A || bytes[next] == 0x0D {
                next += bytes[next] == 0x0D && bytes[next + 1] == 0x0A ? 2 : 1
                breaks += 1
                line = next
                while bytes[next] == 0x20 { next += 1 }
                spaces = next - line
                while bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
            }
            let byte = bytes[next]
            guard breaks > 0, byte != 0, byte != 0x23, spaces > parent,
                !(next == line && bytes.isMarker(at: next))
            else { return isBuilt }
            if byte == 0x3A, bytes[next + 1].isBlank || (inFlow && bytes[next + 1].isFlowIndicator) { return isBuilt }
            if inFlow, byte.isFlowIndicator { return isBuilt }

            if !isBuilt {
                scratch.removeAll(keepingCapacity: true)
                scratch.append(contentsOf: bytes.buffer(start, position))
                isBuilt = true
            }
            if breaks == 1 {
                scratch.append(0x20)
            } else {
                scratch.append(contentsOf: repeatElement(0x0A, count: breaks - 1))
            }
            position = next
            lineStart = line
            try plainLine(inFlow)
            scratch.append(contentsOf: bytes.buffer(next, position))
        }
    }

    /// The part of a plain scalar on this line, without the white space behind it.
    private mutating func plainLine(_ inFlow: Bool) throws(DiagnosticsError) {
        var index = position
        while true {
            let byte = bytes[index]
            // Everything special outside of brackets sorts before ';'.
            if byte > 0x3A, !inFlow || (byte & 0xDF != 0x5B && byte & 0xDF != 0x5D) {
                index += 1
                continue
            }
            switch byte {
            case 0x20, 0x09:
                let end = index
                repeat { index += 1 } while bytes[index] == 0x20 || bytes[index] == 0x09
                if bytes[index] == 0x23 || bytes[index].isLineEnd {
                    position = end
                    return
                }
            case 0x3A:
                let next = bytes[index + 1]
                if next.isBlank || (inFlow && next.isFlowIndicator) { return endPlain(index) }
                index += 1
            case 0x0A, 0x0D, 0:
                position = index
                return
            case 0..<0x20:
                position = index
                throw controlCharacter()
            default:
                if inFlow && byte.isFlowIndicator { return endPlain(index) }
                index += 1
            }
        }
    }

    /// Ends the text before an indicator and the white space in front of it.
    private mutating func endPlain(_ indicator: Int) {
        var end = indicator
        while end > position, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        position = end
    }

    private var isLineEndAhead: Bool {
        var index = position
        while bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        return bytes[index].isLineEnd
    }

    /// Whether a plain scalar may begin with what stands here: no indicator, save `-?:` with text right behind.
    private func startsPlain(_ inFlow: Bool) -> Bool {
        switch bytes[position] {
        case 0x2D, 0x3F, 0x3A:
            let next = bytes[position + 1]
            return !next.isBlank && !(inFlow && next.isFlowIndicator)
        case 0x2C, 0x5B, 0x5D, 0x7B, 0x7D, 0x23, 0x26, 0x2A, 0x21, 0x7C, 0x3E, 0x27, 0x22, 0x25, 0x40, 0x60:
            return false
        default:
            return !bytes[position].isBlank
        }
    }

    private func unexpectedIndicator(_ inFlow: Bool) -> DiagnosticsError {
        switch bytes[position] {
        case 0x40, 0x60, 0x25:
            return fault(
                .reservedIndicator, "a value without quotes cannot begin with \(found)",
                notes: [.init("put the text in quotes")])
        case 0x2D where inFlow:
            return fault(.collectionNotAllowed, "a '-' entry cannot stand within brackets")
        case 0x7C where inFlow, 0x3E where inFlow:
            return fault(.collectionNotAllowed, "a block scalar cannot stand within brackets")
        default:
            return fault(.unexpectedContent, "found \(found), expected a value")
        }
    }
}
