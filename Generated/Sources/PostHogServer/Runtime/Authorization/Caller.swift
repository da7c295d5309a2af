// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import PostHogRuntime

/// Who is calling, as the application's ``Authenticator`` says, and what they were granted.
public nonisolated struct Caller: Sendable, Hashable {
    /// A name for the caller that the application understands, such as a user's ID.
    public let subject: String?
    /// For each security scheme of the document by which the caller is known, the scopes granted:
    /// `["personalAPIKey": ["dataset:read"]]`. A scheme with no scopes still says that the caller is known by it.
    public let grants: [String: Set<String>]

    /// A caller who was granted scopes under one scheme or several.
    public init(subject: String? = nil, grants: [String: Set<String>]) {
        self.subject = subject
        self.grants = grants
    }

    /// Nobody in particular: the caller of operations that require no security.
    public static var anonymous: Caller { Caller(grants: [:]) }
}
