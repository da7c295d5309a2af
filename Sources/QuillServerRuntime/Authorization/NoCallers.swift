import QuillRuntime

/// The authenticator of those who ask nobody for a credential: whoever presents one is unknown.
public nonisolated struct NoCallers: Authenticator {
    /// It knows nobody.
    public init() {}

    public func caller(
        presenting credentials: [PresentedCredential], to operation: OperationInfo
    ) async throws -> Caller? { nil }
}
