/// The spelling of JSON Pointers (RFC 6901): `~1` stands for a slash in a name and `~0` for a tilde.
package enum JSONPointer {
    /// The names in a pointer that is empty or begins with a slash.
    static func components(of pointer: String) -> [String] {
        guard !pointer.isEmpty else { return [] }
        return pointer.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
            unescape(Substring($0))
        }
    }

    /// The names in a pointer that is the fragment of a URI (RFC 6901 §6), what is percent-encoded decoded.
    package static func components(ofFragment fragment: Substring) -> [String] {
        components(of: URIText.decode(fragment))
    }

    static func unescape(_ component: Substring) -> String {
        guard component.utf8.contains(UInt8(ascii: "~")) else { return String(component) }
        var bytes: [UInt8] = []
        var rest = component.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "~"), let next = rest.first {
                if next == UInt8(ascii: "0") || next == UInt8(ascii: "1") {
                    rest.removeFirst()
                    bytes.append(next == UInt8(ascii: "0") ? UInt8(ascii: "~") : UInt8(ascii: "/"))
                    continue
                }
            }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func escape(_ component: String) -> String {
        guard component.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
            return component
        }
        var text = ""
        for scalar in component.unicodeScalars {
            switch scalar {
            case "~": text += "~0"
            case "/": text += "~1"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
