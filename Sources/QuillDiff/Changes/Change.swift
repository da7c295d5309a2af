import QuillDiagnostics

/// One change of an API, with every place at which it shows.
///
/// What a shared schema changes is one change with as many occurrences as operations carry it.
public struct Change: Sendable {
    public let rule: Rule
    /// How much it matters here: as the rule says, unless the data flows the other way, as in webhooks and callbacks.
    public let impact: Impact
    /// Why it is judged so.
    public let reason: String
    /// What changed, values included: `100 → 50`; empty where the rule says it all.
    public let detail: String
    /// The named schema that the change stands in: `Repository`; nil where there is none.
    public let schema: String?
    /// Where it shows, in the order of the new document; never empty.
    public let occurrences: [Occurrence]
    /// Where it stands in the old document; nil for what is new.
    public let old: SourceLocation?
    /// Where it stands in the new document; nil for what is gone.
    public let new: SourceLocation?

    /// `The maximum was lowered: 100 → 50`
    public var message: String { detail.isEmpty ? rule.summary : "\(rule.summary): \(detail)" }
}

/// A place of an API at which a change shows.
public struct Occurrence: Sendable, Hashable {
    /// Nil where the change is of the document as a whole.
    public let operation: OperationName?
    /// The part of the operation: `request body (application/json)`, `query parameter limit`; empty for all of it.
    public let part: String
    /// The value in it: `items[].name`; empty for the whole.
    public let path: String

    init(_ operation: OperationName? = nil, part: String = "", path: String = "") {
        self.operation = operation
        self.part = part
        self.path = path
    }

    /// `GET /pets, response 200 (application/json), [].name`
    public var text: String {
        [operation?.text ?? "", part, path.isEmpty ? "" : "`\(path)`"].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

/// What a person calls an operation.
public struct OperationName: Sendable, Hashable {
    /// Who sends the request.
    public enum Kind: Sendable, Hashable {
        case operation
        /// A request of the service to its callers.
        case webhook
        /// The same, agreed on in that operation: `POST /subscriptions`.
        case callback(of: String)
    }

    public let kind: Kind
    /// `GET`
    public let method: String
    /// `/pets/{id}`, or the name of a webhook, or the expression of a callback.
    public let path: String
    /// `operationId`, the new one if there is one.
    public let id: String?

    /// `GET /pets/{id}`, `webhook petAdded (POST)`
    public var text: String {
        switch kind {
        case .operation: "\(method) \(path)"
        case .webhook: "webhook \(path) (\(method))"
        case .callback(let operation): "\(operation), callback \(path) (\(method))"
        }
    }

    /// Whether the service sends the request and the callers receive it.
    public var isReversed: Bool { kind != .operation }
}
