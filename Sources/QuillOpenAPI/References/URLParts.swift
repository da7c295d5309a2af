/// A URL of `http` or `https` in the parts that references between files need (RFC 3986 §3).
package struct URLParts {
    /// `http` or `https`.
    let scheme: String
    let authority: Substring
    /// Begins with a slash.
    let path: Substring
    /// With its question mark, or empty.
    let query: Substring

    /// - Returns: nil where the text is of another scheme, or has no host.
    package init?(_ text: String) {
        let lowered = text.prefix(8).lowercased()
        guard let scheme = ["https", "http"].first(where: { lowered.hasPrefix($0 + "://") }) else { return nil }
        let rest = text.dropFirst(scheme.count + 3)
        let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        let withoutFragment = rest[..<(rest.firstIndex(of: "#") ?? rest.endIndex)]
        let mark = withoutFragment.firstIndex(of: "?") ?? withoutFragment.endIndex
        guard end > rest.startIndex, rest.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") })
        else { return nil }
        self.scheme = scheme
        authority = rest[..<end]
        path = end < mark ? withoutFragment[end..<mark] : "/"
        query = withoutFragment[mark...]
    }

    /// The same URL in one spelling, without a fragment.
    package var text: String { "\(scheme)://\(authority.lowercased())\(Self.withoutDots(path))\(query)" }

    /// What a reference in the file at this URL leads to (RFC 3986 §5.2.2).
    ///
    /// - Parameter reference: without a scheme, not empty.
    func resolve(_ reference: Substring) -> String {
        if reference.hasPrefix("//") { return URLParts("\(scheme):\(reference)")?.text ?? "\(scheme):\(reference)" }
        let mark = reference.firstIndex(of: "?") ?? reference.endIndex
        let (target, query) = (reference[..<mark], reference[mark...])
        let merged =
            target.isEmpty
            ? path : target.hasPrefix("/") ? target : path[...(path.lastIndex(of: "/") ?? path.startIndex)] + target
        return "\(scheme)://\(authority.lowercased())\(Self.withoutDots(merged))\(query)"
    }

    /// RFC 3986 §5.2.4.
    private static func withoutDots(_ path: Substring) -> String {
        var kept: [Substring] = []
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            switch part {
            case ".": if isLast { kept.append("") }
            case "..":
                _ = kept.popLast()
                if isLast { kept.append("") }
            default: kept.append(part)
            }
        }
        return "/" + kept.joined(separator: "/")
    }
}
