/// The identifiers of a Swift text, apart from comments and literals.
enum SwiftWords {
    /// The text with some identifiers replaced: those that mention a type, not those that declare one or are a member.
    ///
    /// Written for text that Quill made, where strings have no interpolations that mention types.
    static func replaced(in text: String, by replacement: (String) -> String?) -> String {
        var text = text
        return text.withUTF8 { bytes in
            var scanner = Scanner(bytes: bytes)
            scanner.run(replacement)
            return String(decoding: scanner.output, as: UTF8.self)
        }
    }

    private struct Scanner {
        let bytes: UnsafeBufferPointer<UInt8>
        var output: [UInt8] = []
        private var position = 0
        /// Up to where the text is in the output.
        private var copied = 0
        /// Whether the last word says that the next one is declared.
        private var declares = false

        init(bytes: UnsafeBufferPointer<UInt8>) {
            self.bytes = bytes
            output.reserveCapacity(bytes.count + bytes.count / 8)
        }

        mutating func run(_ replacement: (String) -> String?) {
            while let byte = peek(0) {
                switch byte {
                case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"): skipLine()
                case UInt8(ascii: "\""), UInt8(ascii: "#"): skipLiteral()
                case _ where Self.startsWord(byte): word(replacement)
                case UInt8(ascii: " "), UInt8(ascii: "`"): position += 1
                default:
                    declares = false
                    position += 1
                }
            }
            output += bytes[copied...]
        }

        private func peek(_ distance: Int) -> UInt8? {
            let index = position + distance
            return index >= 0 && index < bytes.count ? bytes[index] : nil
        }

        private mutating func word(_ replacement: (String) -> String?) {
            let start = position
            while let byte = peek(0), Self.startsWord(byte) || Self.isDigit(byte) { position += 1 }
            let isMember = start > 0 && bytes[start - 1] == UInt8(ascii: ".")
            let isDeclared = declares
            declares = false
            let first = bytes[start]
            // Types begin in upper case or in a script without cases; most words do not.
            guard first < UInt8(ascii: "a") || first >= 0x80 else {
                declares = Self.declaring.contains { $0.utf8.elementsEqual(bytes[start..<position]) }
                return
            }
            guard !isMember, !isDeclared else { return }
            let word = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
            guard let text = replacement(word) else { return }
            output += bytes[copied..<start]
            output += text.utf8
            copied = position
        }

        private static let declaring = [
            "struct", "enum", "class", "protocol", "typealias", "let", "var", "func", "case",
        ]

        private static func startsWord(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
            default: byte >= 0x80
            }
        }

        private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

        private mutating func skipLine() {
            while let byte = peek(0), byte != UInt8(ascii: "\n") { position += 1 }
        }

        /// A string literal of any form, or a `#` that begins none.
        private mutating func skipLiteral() {
            var hashes = 0
            while peek(hashes) == UInt8(ascii: "#") { hashes += 1 }
            let quote = UInt8(ascii: "\"")
            guard peek(hashes) == quote else {
                position += max(1, hashes)
                return
            }
            let quotes = peek(hashes + 1) == quote && peek(hashes + 2) == quote ? 3 : 1
            position += hashes + quotes
            while let byte = peek(0) {
                if byte == UInt8(ascii: "\\"), hashes == 0 {
                    position += 2
                } else if byte == quote, ends(quotes, hashes) {
                    position += quotes + hashes
                    return
                } else {
                    position += 1
                }
            }
        }

        private func ends(_ quotes: Int, _ hashes: Int) -> Bool {
            for index in 0..<quotes where peek(index) != UInt8(ascii: "\"") { return false }
            for index in 0..<hashes where peek(quotes + index) != UInt8(ascii: "#") { return false }
            return true
        }
    }
}
