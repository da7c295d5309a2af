#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Anything that has a JSON form.
///
///     let page = try PaginatedDatasetList(json: bytes)
///     let text = page.jsonText()
public nonisolated protocol JSONRepresentable: Sendable {
    /// Reads a value. Never fails: what is wrong is noted in the reader's document, and a placeholder stands in for it
    /// until `init(json:)` throws.
    init(reading value: JSONReader)
    /// Writes exactly one value.
    func write(to json: inout JSONWriter)
}

nonisolated extension JSONRepresentable {
    /// Reads a document.
    /// - Parameters:
    ///   - json: The text, in UTF-8.
    ///   - validating: Whether constraints and enumerations are held to, as a server must; a client reads leniently.
    ///   - limits: How large the document may be.
    ///   - rule: What the whole has to meet beyond its type, when validating.
    /// - Throws: `JSONError` with everything that is wrong with the document.
    public init(
        json: [UInt8], validating: Bool = false, limits: JSONLimits = .standard, rule: (any ValueRule)? = nil
    ) throws(JSONError) {
        let parsed = json.withUnsafeBufferPointer { JSONDocument.parse($0, validating: validating, limits: limits) }
        self = try JSONDocument.read(parsed, rule: rule)
    }

    /// Reads a document that is in `Data`.
    public init(json: Data, validating: Bool = false, limits: JSONLimits = .standard) throws(JSONError) {
        let parsed = json.withUnsafeBytes { bytes in
            JSONDocument.parse(bytes.bindMemory(to: UInt8.self), validating: validating, limits: limits)
        }
        self = try JSONDocument.read(parsed)
    }

    /// Reads a document that is in a string.
    public init(json: String, validating: Bool = false, limits: JSONLimits = .standard) throws(JSONError) {
        self = try Self(json: Array(json.utf8), validating: validating, limits: limits)
    }

    /// The document of this value, without insignificant white space.
    public func jsonBytes() -> [UInt8] {
        var json = JSONWriter()
        write(to: &json)
        return json.finished { Array($0) }
    }

    /// The document as `Data`.
    public func jsonData() -> Data {
        var json = JSONWriter()
        write(to: &json)
        return json.finished { Data($0) }
    }

    /// The document as a string.
    public func jsonText() -> String {
        var json = JSONWriter()
        write(to: &json)
        return json.finished { String(decoding: $0, as: UTF8.self) }
    }
}
