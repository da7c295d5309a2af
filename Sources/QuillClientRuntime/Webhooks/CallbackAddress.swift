import Foundation
import QuillRuntime

/// Where a callback goes, as the document computes it from the call that asked for it (OpenAPI 3.1 §4.8.20.4):
/// `{$request.body#/callbackUrl}`, `https://example.com/{$request.query.id}`.
///
///     let url = CallbackAddress.onData.url(query: ["callbackUrl": callbackURL])
///
/// The address is the receiver's choice: a service that must not reach every host checks it before sending.
public nonisolated struct CallbackAddress: Sendable, Hashable {
    /// As the document has it.
    public let expression: String

    public init(_ expression: String) {
        self.expression = expression
    }

    /// The address for one call, or nil where the call lacks what it is made of, or where that makes no URL.
    ///
    /// Only what the expression names is needed.
    public func url(
        method: String? = nil, url: String? = nil, path: [String: String] = [:], query: [String: String] = [:],
        header: [String: String] = [:], body: (any JSONRepresentable)? = nil, statusCode: Int? = nil,
        responseHeader: [String: String] = [:], responseBody: (any JSONRepresentable)? = nil
    ) -> URL? {
        func value(of expression: Substring) -> String? {
            switch expression {
            case "$url": return url
            case "$method": return method
            case "$statusCode": return statusCode.map { String($0) }
            default: break
            }
            let isOfResponse = expression.hasPrefix("$response.")
            guard isOfResponse || expression.hasPrefix("$request.") else { return nil }
            let source = expression[expression.index(expression.startIndex, offsetBy: isOfResponse ? 10 : 9)...]
            let (header, body) = isOfResponse ? (responseHeader, responseBody) : (header, body)
            if source.hasPrefix("body") { return Self.text(at: source.dropFirst(4), in: body) }
            let parts = source.split(separator: ".", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            let name = String(parts[1])
            return switch parts[0] {
            case "header": header.first { $0.key.lowercased() == name.lowercased() }?.value
            case "query": isOfResponse ? nil : query[name]
            case "path": isOfResponse ? nil : path[name]
            default: nil
            }
        }
        if expression.hasPrefix("$") { return value(of: expression[...]).flatMap { URL(string: $0) } }
        var (text, rest) = ("", expression[...])
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            guard let found = value(of: rest[rest.index(after: open)..<close]) else { return nil }
            text += rest[..<open] + found
            rest = rest[rest.index(after: close)...]
        }
        return URL(string: text + rest)
    }

    /// What a JSON pointer leads to (RFC 6901), `#` before it.
    private static func text(at pointer: Substring, in body: (any JSONRepresentable)?) -> String? {
        guard let body, var value = try? JSONValue(json: body.jsonBytes()) else { return nil }
        for token in pointer.drop(while: { $0 == "#" }).split(separator: "/", omittingEmptySubsequences: false)
            .dropFirst()
        {
            let name = token.replacingOccurrences(of: "~1", with: "/").replacingOccurrences(of: "~0", with: "~")
            guard let next = value[name] ?? Int(name).flatMap({ value[$0] }) else { return nil }
            value = next
        }
        return switch value {
        case .string(let text): text
        case .integer, .number, .bool: value.jsonText()
        default: nil
        }
    }
}
