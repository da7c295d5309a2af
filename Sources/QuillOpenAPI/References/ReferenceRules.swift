/// How far references may lead. By default not beyond the folder of the root document.
public struct ReferenceRules: Sendable {
    /// Whether files outside the folder of the root document may be read.
    public var mayLeaveFolder: Bool
    /// The hosts that may be asked by `http` and `https`.
    public var hosts: [RemoteHost]

    public init(mayLeaveFolder: Bool = false, hosts: [RemoteHost] = []) {
        self.mayLeaveFolder = mayLeaveFolder
        self.hosts = hosts
    }

    /// Whether a URL is one that may be asked for: of `http` or `https`, without user and password, on an allowed host.
    public func allow(_ url: String) -> Bool {
        RemoteHost(of: url).map(hosts.contains) ?? false
    }
}

/// A host as a user allows it: `api.example.com`, or with a port other than the usual, `localhost:8080`.
public struct RemoteHost: Sendable, Hashable, CustomStringConvertible {
    /// In lower case.
    public let name: String
    /// nil for the usual port of the scheme.
    public let port: Int?

    /// - Returns: nil where the text is no host with, or without, a port.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        var end = bytes.count
        var port: Int?
        if let colon = bytes.lastIndex(of: UInt8(ascii: ":")), !bytes[colon...].contains(UInt8(ascii: "]")) {
            let digits = String(decoding: bytes[(colon + 1)...], as: UTF8.self)
            guard let number = Int(digits), (1...65_535).contains(number), digits.utf8.first != UInt8(ascii: "+")
            else { return nil }
            port = number
            end = colon
        }
        let name = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
        guard !name.isEmpty, Self.isHost(name) else { return nil }
        self.name = name
        self.port = port
    }

    /// The host that a URL of `http` or `https` asks; nil where it is no such URL.
    public init?(of url: String) {
        guard let parts = URLParts(url), let host = RemoteHost(String(parts.authority)) else { return nil }
        let usual = parts.scheme == "https" ? 443 : 80
        name = host.name
        port = host.port == usual ? nil : host.port
    }

    public var description: String { name + (port.map { ":\($0)" } ?? "") }

    /// Letters, digits, points and dashes, or an address of IPv6 in brackets. An `@` is none of them: what stands
    /// before it would be a password, and what looks like the host would be one.
    private static func isHost(_ name: String) -> Bool {
        let isAddress = name.utf8.first == UInt8(ascii: "[") && name.utf8.last == UInt8(ascii: "]")
        let inner = isAddress ? name.utf8.dropFirst().dropLast() : name.utf8[...]
        return !inner.isEmpty
            && inner.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
                    true
                case UInt8(ascii: "-"), UInt8(ascii: "_"): !isAddress
                case UInt8(ascii: ":"): isAddress
                default: false
                }
            }
    }
}
