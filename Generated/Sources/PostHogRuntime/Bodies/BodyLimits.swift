// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

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
