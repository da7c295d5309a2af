// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import PostHogRuntime

/// What a server is told beside its document.
public nonisolated struct ServerOptions: Sendable {
    /// The largest body that is read, in bytes; larger ones are answered with 413. 8 MiB by default.
    public var maximumBodyBytes = 8 << 20
    /// The largest body with files, or of bytes that the handler reads as they come; as large as any other by default.
    /// No more than ``maximumBodyBytes`` of it is in memory.
    public var maximumUploadBytes: Int?
    /// The limits on the JSON of bodies.
    public var jsonLimits = JSONLimits.standard
    /// What stands before every path of the document, such as `/v1`; empty by default.
    public var basePath = ""
    /// The realm that 401 answers name.
    public var realm = "api"
    /// Told about errors that are answered with 500, of which the client learns nothing, and about those that break off
    /// a body while it is sent.
    public var onError: (@Sendable (any Error, OperationInfo) -> Void)?
    /// Says which client certificate a request came with, for schemes of mutual TLS: the engine or a proxy knows.
    public var clientCertificate: (@Sendable (HTTPRequest) -> String?)?

    var uploadLimit: Int { maximumUploadBytes ?? maximumBodyBytes }

    /// The default options.
    public init() {}

    /// The default options with another limit on bodies, and a look at internal errors.
    public init(
        maximumBodyBytes: Int = 8 << 20, onError: (@Sendable (any Error, OperationInfo) -> Void)? = nil
    ) {
        self.maximumBodyBytes = maximumBodyBytes
        self.onError = onError
    }
}
