// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Anything that a parameter can carry: it has a text form and can be read back from it.
///
/// The text is plain; percent-encoding is `ParameterStyle`'s business.
public nonisolated protocol ParameterRepresentable: Sendable {
    /// Reads the text form; `nil` when the text is none.
    init?(parameterText: String)
    /// The text form: `"true"`, `"2019-08-24T14:15:22Z"`.
    var parameterText: String { get }
    /// A value to go on with where none could be read, until the fault is thrown.
    static var parameterPlaceholder: Self { get }
}

nonisolated extension String: ParameterRepresentable {
    public init?(parameterText: String) { self = parameterText }
    public var parameterText: String { self }
    public static var parameterPlaceholder: String { "" }
}

nonisolated extension Bool: ParameterRepresentable {
    public init?(parameterText: String) { self.init(parameterText) }
    public var parameterText: String { self ? "true" : "false" }
    public static var parameterPlaceholder: Bool { false }
}

nonisolated extension ParameterRepresentable where Self: FixedWidthInteger {
    public init?(parameterText: String) {
        // `Int("+1")` is 1, but JSON Schema knows no such integer.
        guard parameterText.utf8.first != UInt8(ascii: "+"), let wide = Int64(parameterText) else { return nil }
        self.init(exactly: wide)
    }
    public var parameterText: String { String(self) }
    public static var parameterPlaceholder: Self { 0 }
}

nonisolated extension Int: ParameterRepresentable {}
nonisolated extension Int32: ParameterRepresentable {}
nonisolated extension Int64: ParameterRepresentable {}

nonisolated extension Double: ParameterRepresentable {
    public init?(parameterText: String) {
        guard let value = JSONNumber.double(parameterText) else { return nil }
        self = value
    }
    public var parameterText: String { JSONNumber.text(self) }
    public static var parameterPlaceholder: Double { 0 }
}

nonisolated extension Date: ParameterRepresentable {
    public init?(parameterText: String) {
        guard let time = Array(parameterText.utf8).withUnsafeBufferPointer(RFC3339.time) else { return nil }
        self = time
    }
    public var parameterText: String { RFC3339.text(self) ?? "" }
    public static var parameterPlaceholder: Date { Date(timeIntervalSince1970: 0) }
}

nonisolated extension CalendarDate: ParameterRepresentable {
    public init?(parameterText: String) { self.init(parameterText) }
    public var parameterText: String { description }
    public static var parameterPlaceholder: CalendarDate { .placeholder }
}

nonisolated extension UUID: ParameterRepresentable {
    public init?(parameterText: String) {
        guard let uuid = Array(parameterText.utf8).withUnsafeBufferPointer(UUIDText.uuid) else { return nil }
        self = uuid
    }
    public var parameterText: String { uuidString.lowercased() }
    public static var parameterPlaceholder: UUID { UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)) }
}

nonisolated extension URL: ParameterRepresentable {
    public init?(parameterText: String) { self.init(string: parameterText) }
    public var parameterText: String { absoluteString }
    public static var parameterPlaceholder: URL { URL(filePath: "/", directoryHint: .isDirectory) }
}

/// Base64 (RFC 4648 §4), with or without padding, and in the alphabet for URLs as well (§5).
nonisolated extension Data: ParameterRepresentable {
    public init?(parameterText: String) {
        var text = String(parameterText.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
        if text.utf8.count % 4 > 1 { text += String(repeating: "=", count: 4 - text.utf8.count % 4) }
        self.init(base64Encoded: text)
    }
    public var parameterText: String { base64EncodedString() }
    public static var parameterPlaceholder: Data { Data() }
}

/// `null` where a parameter must be sent but may be null: OpenAPI leaves its text open.
nonisolated extension Optional: ParameterRepresentable where Wrapped: ParameterRepresentable {
    public init?(parameterText: String) {
        if parameterText == "null" {
            self = .none
        } else {
            guard let value = Wrapped(parameterText: parameterText) else { return nil }
            self = .some(value)
        }
    }
    public var parameterText: String { self?.parameterText ?? "null" }
    public static var parameterPlaceholder: Wrapped? { nil }
}
