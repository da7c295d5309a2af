/// How a value becomes a body: as JSON, as a form, or as a multipart body.
public nonisolated struct BodyCoding: Sendable {
    /// The media type, or the range of those that are read.
    public let mediaType: String
    private let format: any BodyFormat

    init(mediaType: String, format: any BodyFormat) {
        self.mediaType = mediaType
        self.format = format
    }

    /// JSON.
    public static let json = BodyCoding(mediaType: "application/json", format: JSONFormat())

    /// JSON under another media type.
    public static func json(_ mediaType: String) -> BodyCoding {
        BodyCoding(mediaType: mediaType, format: JSONFormat())
    }

    /// Whether files can be in it, which need not be in memory.
    public var isUpload: Bool { format.isUpload }

    /// The media types that are read, JSON's suffix among them.
    public var mediaTypes: [String] {
        mediaType == "application/json" ? [mediaType, "application/*+json"] : [mediaType]
    }

    /// A value as a body, and the `Content-Type` of it. A multipart body is a stream only if one of its files is.
    public func encoded(_ value: some JSONRepresentable) -> (body: HTTPBody, contentType: String) {
        format.encoded(value, as: mediaType)
    }

    /// The value that a body is.
    /// - Parameters:
    ///   - body: what was received.
    ///   - contentType: its `Content-Type`, which has the boundary of a multipart body.
    ///   - validating: whether constraints and enumerations are held to, as a server must.
    ///   - rule: what the whole has to meet beyond its type, when validating.
    ///   - limits: how much of it is read.
    /// - Throws: `JSONError`, of the kind `malformed` for what is not in the form of the media type;
    ///   `HTTPBody.TooLarge`; what the body throws.
    public func decoded<Value: JSONRepresentable>(
        _ body: HTTPBody, contentType: String?, validating: Bool, rule: (any ValueRule)? = nil, limits: BodyLimits
    ) async throws -> Value {
        try await format.decoded(body, contentType, validating, rule, limits)
    }
}

/// What writes and reads the bodies of some media types.
nonisolated protocol BodyFormat: Sendable {
    /// Whether files can be in a body.
    var isUpload: Bool { get }
    /// A value as a body, and the `Content-Type` of it.
    func encoded(_ value: some JSONRepresentable, as mediaType: String) -> (body: HTTPBody, contentType: String)
    /// The value that a body is; throws as ``BodyCoding/decoded(_:contentType:validating:rule:limits:)`` does.
    func decoded<Value: JSONRepresentable>(
        _ body: HTTPBody, _ contentType: String?, _ validating: Bool, _ rule: (any ValueRule)?, _ limits: BodyLimits
    ) async throws -> Value
}

/// Bodies of JSON.
private nonisolated struct JSONFormat: BodyFormat {
    var isUpload: Bool { false }

    func encoded(_ value: some JSONRepresentable, as mediaType: String) -> (body: HTTPBody, contentType: String) {
        (HTTPBody(value.jsonBytes()), mediaType)
    }

    func decoded<Value: JSONRepresentable>(
        _ body: HTTPBody, _ contentType: String?, _ validating: Bool, _ rule: (any ValueRule)?, _ limits: BodyLimits
    ) async throws -> Value {
        let bytes = try await body.collect(upTo: limits.memory)
        return try Value(json: bytes, validating: validating, limits: limits.json, rule: rule)
    }
}

/// How much of a body is read.
public nonisolated struct BodyLimits: Sendable {
    /// The bytes that are kept in memory; files of a multipart body beyond this go to temporary files.
    public var memory: Int
    /// The bytes of a body with files altogether.
    public var upload: Int
    /// The parts of a multipart body.
    public var parts: Int
    /// The limits on the JSON in it.
    public var json: JSONLimits

    /// Limits on a body.
    public init(memory: Int, upload: Int, parts: Int = 1000, json: JSONLimits = .standard) {
        self.memory = memory
        self.upload = upload
        self.parts = parts
        self.json = json
    }
}
