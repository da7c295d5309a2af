// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import PostHogRuntime

/// What a call of an operation throws: a ``ClientError``, or the `ErrorResponse` that the operation documents.
public nonisolated protocol OperationError: Error, Sendable {
    /// The operation's identifier in the document: `environments_datasets_create`.
    var operationID: String { get }
}

nonisolated extension ErrorResponse: OperationError {}
