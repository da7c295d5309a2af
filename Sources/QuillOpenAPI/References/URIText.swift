/// The little of RFC 3986 that references between files need.
enum URIText {
    /// `%20` and its like replaced by what they stand for; what is malformed stays as it is.
    static func decode(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let code = UInt8(String(Substring(rest.prefix(2))), radix: 16),
                rest.prefix(2).count == 2
            {
                bytes.append(code)
                rest.removeFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a reference begins with `scheme:` (§3.1).
    static func hasScheme(_ text: Substring) -> Bool {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), let first = text.utf8.first else { return false }
        guard isLetter(first) else { return false }
        return text.utf8[..<colon].allSatisfy { byte in
            isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "+")
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
    }

    /// What identifies a schema: its `$id`, or a reference to one, resolved against the base that it is relative to.
    ///
    /// - Parameters:
    ///   - text: not empty, without a fragment.
    ///   - base: a URI, or the name of a file.
    static func identifier(_ text: Substring, against base: String) -> String {
        if hasScheme(text) { return URLParts(String(text))?.text ?? String(text) }
        if let base = URLParts(base) { return base.resolve(text) }
        // Nothing is relative to a `urn:`.
        guard !hasScheme(base[...]), !text.hasPrefix("//") else { return String(text) }
        return resolve(decode(text), against: base) ?? String(text)
    }

    /// A path relative to a file, as one relative to the folder that the file's own name is relative to. It begins with
    /// `..` or a slash where it leads out of that folder; nil where it is no path of a file.
    static func resolve(_ path: String, against file: String) -> String? {
        let slash = UInt8(ascii: "/")
        guard !path.utf8.contains(0) else { return nil }
        let isAbsolute = path.utf8.first == slash
        let isInAbsolute = isAbsolute || file.utf8.first == slash
        var components = isAbsolute ? [] : file.utf8.split(separator: slash).dropLast().map(Substring.init)
        for component in path.utf8.split(separator: slash).map(Substring.init) where component != "." {
            if component != ".." {
                components.append(component)
            } else if let last = components.last, last != ".." {
                components.removeLast()
            } else if !isInAbsolute {
                components.append("..")
            }
        }
        guard let last = components.last, last != ".." else { return nil }
        return (isInAbsolute ? "/" : "") + components.joined(separator: "/")
    }

    /// Whether a path that ``resolve(_:against:)`` gave leads out of the folder that it is relative to.
    static func leadsOut(_ path: String) -> Bool { path.hasPrefix("../") || path.hasPrefix("/") }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
