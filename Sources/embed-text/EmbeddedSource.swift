/// The Swift source that holds the texts of all folders: `enum EmbeddedText` with one list for each.
///
/// Each text is a constant of its own: the type checker then meets one literal at a time, and the lists stay short.
func embeddedSource(_ folders: [EmbeddedFolder]) -> [UInt8] {
    var source = Array("// Written by embed-text.\n\n/// The texts that travel inside the binary.\n".utf8)
    source += Array("enum EmbeddedText {\n".utf8)
    for folder in folders {
        source += Array("    static let \(folder.name): [(path: String, text: String)] = [\n".utf8)
        for (number, file) in folder.files.enumerated() {
            source += Array("        (path: ".utf8) + singleLineLiteral(Array(file.path.utf8))
            source += Array(", text: \(folder.name)\(number)),\n".utf8)
        }
        source += Array("    ]\n".utf8)
    }
    for folder in folders {
        for (number, file) in folder.files.enumerated() {
            source += Array("\n    private static let \(folder.name)\(number): String = ".utf8)
            source += multiLineLiteral(file.text) + [UInt8(ascii: "\n")]
        }
    }
    source += Array("}\n".utf8)
    return source
}

/// A raw literal on one line: `#"a/b.mustache"#`.
func singleLineLiteral(_ text: [UInt8]) -> [UInt8] {
    let hashes = delimiterHashes(for: text)
    let quote = [UInt8(ascii: "\"")]
    return hashes + quote + escapingControls(in: text, hashes: hashes, keepingLines: false) + quote + hashes
}

/// A raw literal with one line for each line of the text. The closing delimiter stands in the first column, so that no
/// indentation is taken off the lines.
func multiLineLiteral(_ text: [UInt8]) -> [UInt8] {
    let hashes = delimiterHashes(for: text)
    let open = hashes + Array("\"\"\"\n".utf8)
    let close = Array("\n\"\"\"".utf8) + hashes
    return open + escapingControls(in: text, hashes: hashes, keepingLines: true) + close
}

/// So many `#` that nothing in the text can end the literal or begin an escape: one more than ever follow a quotation
/// mark or a backslash.
private func delimiterHashes(for text: [UInt8]) -> [UInt8] {
    var longest = 0
    var run: Int? = nil
    for byte in text {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            run = 0
        case UInt8(ascii: "#"):
            if let length = run {
                run = length + 1
                longest = max(longest, length + 1)
            }
        default:
            run = nil
        }
    }
    return [UInt8](repeating: UInt8(ascii: "#"), count: longest + 1)
}

/// The text with control characters as escapes: the compiler reads a carriage return as a line feed, and refuses or
/// warns about others.
private func escapingControls(in text: [UInt8], hashes: [UInt8], keepingLines: Bool) -> [UInt8] {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.count)
    for byte in text {
        let isLineOrTab = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
        if (byte < 0x20 && !(isLineOrTab && keepingLines)) || byte == 0x7F {
            escaped += [UInt8(ascii: "\\")] + hashes + Array("u{\(String(byte, radix: 16))}".utf8)
        } else {
            escaped.append(byte)
        }
    }
    return escaped
}
