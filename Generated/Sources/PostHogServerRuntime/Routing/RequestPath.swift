// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import PostHogRuntime

/// The path of a request target, split at its slashes: `/api/files/a%2Fb/` has the segments `api`, `files` and `a/b`,
/// and ends with a slash.
///
/// Segments are split before they are decoded, so that an encoded slash stays data (RFC 3986 §2.2).
nonisolated struct RequestPath: Sendable {
    /// Why a path is refused before it is looked up.
    enum Fault: Error {
        case encoding, dotSegment

        var detail: String {
            switch self {
            case .encoding: "The path is not percent-encoded UTF-8."
            case .dotSegment: "The path holds a segment `.` or `..`; resolve it before sending."
            }
        }
    }

    /// The segments as sent, and decoded.
    private(set) var segments: [(encoded: ArraySlice<UInt8>, decoded: ArraySlice<UInt8>)] = []
    private(set) var endsWithSlash = false
    /// False when the path has more segments than any route; these are then not read.
    private(set) var isWithinLimit = true

    /// Splits the path of a request target in origin form (`/a/b?c`) or absolute form (`http://host/a/b`).
    ///
    /// Dot segments are refused: proxies and servers disagree on what they mean, which is how checks are walked around.
    init(target: String, maximumSegments: Int) throws(Fault) {
        var rest = Self.path(ofTarget: Array(target.utf8))
        if rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
        while !rest.isEmpty {
            guard segments.count < maximumSegments else {
                isWithinLimit = false
                return
            }
            let encoded = rest.prefix { $0 != UInt8(ascii: "/") }
            var decoded = encoded
            if encoded.contains(UInt8(ascii: "%")) {
                guard let text = PercentEncoding.decode(encoded) else { throw .encoding }
                decoded = Array(text.utf8)[...]
            }
            if (1...2).contains(decoded.count), decoded.allSatisfy({ $0 == UInt8(ascii: ".") }) { throw .dotSegment }
            segments.append((encoded, decoded))
            rest = rest[encoded.endIndex...]
            endsWithSlash = !rest.isEmpty
            rest = rest.dropFirst()
        }
    }

    /// RFC 9112 §3.2: a server accepts the absolute form too.
    private static func path(ofTarget target: [UInt8]) -> ArraySlice<UInt8> {
        let path = target.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        guard path.first != UInt8(ascii: "/"), let colon = path.firstIndex(of: UInt8(ascii: ":")),
            path[colon...].starts(with: "://".utf8)
        else { return path }
        return path[(colon + 3)...].drop { $0 != UInt8(ascii: "/") }
    }
}
