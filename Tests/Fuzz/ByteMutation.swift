/// Changes to a text that a reader may not expect: the readers of JSON and YAML meet these.
enum ByteMutation {
    /// What the grammars give a meaning to.
    private static let tokens = [
        "{", "}", "[", "]", ":", ": ", ",", "\"", "'", "\\", "\\u", "\\ud800", "-", "- ", "? ", "| ", "|+2\n", ">-\n",
        "&a ",
        "*a", "!!str ", "!<x>", "%YAML 1.2\n---\n", "---\n", "...\n", "#", " #", "\t", "\n", "\r\n", "\r", "\u{0}",
        "\u{FEFF}", "\u{2028}", "\u{85}", "<<: *a", "<<", "null", "~", "true", "1e999", "-0", "0x1F", ".nan", ".inf",
        "123456789012345678901234567890", "$ref: '#/'", "\"$ref\":\"#\"", "&a [*a, *a]", "{{", "}}", "@", "`",
    ]

    static func apply(to bytes: [UInt8], beside other: [UInt8], using random: inout SplitMix) -> [UInt8] {
        var bytes = bytes
        for _ in 0...random.below(6) {
            let place = random.below(bytes.count + 1)
            let end = min(bytes.count, place + random.below(random.chance(4) ? 2000 : 12))
            switch random.below(9) {
            case 0: if place < bytes.count { bytes[place] ^= UInt8(1 << random.below(8)) }
            case 1: bytes.insert(UInt8(random.below(256)), at: place)
            case 2: bytes.removeSubrange(place..<end)
            case 3: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
            case 4:
                let start = random.below(other.count)
                let piece = other[start..<min(other.count, start + random.below(400))]
                bytes.replaceSubrange(place..<end, with: piece)
            case 5: bytes.removeSubrange(place...)
            case 6:
                let token = Array(tokens[random.below(tokens.count)].utf8)
                let count = random.chance(30) ? 20_000 : 1 + random.below(3)
                bytes.insert(contentsOf: (0..<count).flatMap { _ in token }, at: place)
            case 7:
                // Lines change their depth.
                let spaces = [UInt8](repeating: 0x20, count: random.below(5))
                if let line = bytes[place...].firstIndex(of: 0x0A) { bytes.insert(contentsOf: spaces, at: line + 1) }
            default:
                let token = Array(tokens[random.below(tokens.count)].utf8)
                bytes.replaceSubrange(place..<end, with: token)
            }
        }
        return bytes
    }
}
