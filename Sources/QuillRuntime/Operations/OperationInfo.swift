/// What is known about an operation before it is called: one constant for each operation of the document.
public nonisolated struct OperationInfo: Sendable {
    /// The document's `operationId`: `"environments_datasets_list"`.
    public let id: String
    /// The method that calls it.
    public let method: HTTPMethod
    /// The path template: `"/api/environments/{project_id}/datasets/"`.
    public let path: String
    /// Who may call it.
    public let security: SecurityRequirement
    /// What a JSON body has to meet beyond its type, where the type is a list, a dictionary or a scalar; others say
    /// it themselves.
    public let bodyRule: (any ValueRule)?
    /// The same of the bodies of answers: by their status, by its first digit for a range, and 0 for the default, which
    /// describes errors.
    public let answerRules: [Int: any ValueRule]

    /// An operation as the document describes it.
    public init(
        _ id: String, _ method: HTTPMethod, _ path: String, _ security: SecurityRequirement,
        bodyRule: (any ValueRule)? = nil, answerRules: [Int: any ValueRule] = [:]
    ) {
        self.answerRules = answerRules
        self.bodyRule = bodyRule
        self.id = id
        self.method = method
        self.path = path
        self.security = security
    }

    /// What the body of a successful answer has to meet beyond its type.
    public func answerRule(for status: Int) -> (any ValueRule)? {
        if answerRules.isEmpty { return nil }
        return answerRules[status] ?? answerRules[status / 100]
    }
}

nonisolated extension OperationInfo: Hashable {
    /// Whether both are one operation of one document.
    public static func == (left: Self, right: Self) -> Bool {
        left.id == right.id && left.method == right.method && left.path == right.path
            && left.security == right.security
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

nonisolated extension OperationInfo: CustomStringConvertible {
    /// `"environments_datasets_list (GET /api/environments/{project_id}/datasets/)"`.
    public var description: String { "\(id) (\(method) \(path))" }
}
