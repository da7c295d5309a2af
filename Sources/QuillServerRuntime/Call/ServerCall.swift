import QuillRuntime

/// One request on its way to a handler: who calls, and typed reading of what was sent.
///
/// Reading a parameter does not throw. Faults are noted and a placeholder is returned, so that one answer can list all
/// of them: ``checked()`` throws if there are any. Only then are the values read to be used.
public nonisolated struct ServerCall: Sendable {
    /// The request as it arrived.
    public let request: HTTPRequest
    /// The operation that is called.
    public let operation: OperationInfo
    /// Who calls; has what the operation requires.
    public let caller: Caller

    let pathItems: [SentItem]
    let queryItems: [SentItem]
    let options: ServerOptions
    private var faults: [ParameterFault] = []

    init(
        _ request: HTTPRequest, operation: OperationInfo, caller: Caller, pathItems: [SentItem],
        options: ServerOptions
    ) {
        self.request = request
        self.operation = operation
        self.caller = caller
        self.pathItems = pathItems
        self.options = options
        queryItems = SentItem.items(inTarget: request.target)
    }

    /// Ends the reading of parameters.
    /// - Throws: the answer that lists all faults noted so far, if there are any: 400 when something could not be
    ///   parsed, 422 when all could be but break the schema.
    // Mutating so that the call is handed over where it is: every handler would copy it otherwise.
    public mutating func checked() throws {
        guard faults.isEmpty else { throw refusal(adding: []) }
    }

    /// Ends the reading of parameters, where their values are handed to the handler as they are read.
    /// - Returns: who calls.
    /// - Throws: what ``checked()`` does.
    public mutating func checkedCaller() throws -> Caller {
        try checked()
        return caller
    }

    /// Notes a fault; a request that has hundreds is answered with the first ones.
    mutating func note(_ fault: ParameterFault) {
        if faults.count < 50 { faults.append(fault) }
    }

    /// The refusal for the faults of the parameters and those of the body.
    func refusal(adding bodyFaults: [JSONIssue]) -> Refusal {
        let isUnparsable = faults.contains { $0.kind == .unparsable }
        let fields =
            faults.map { ProblemField(detail: $0.detail, parameter: $0.parameter) }
            + bodyFaults.map { ProblemField(detail: $0.message, pointer: $0.pointer) }
        let first = faults.first.map(\.sentence) ?? bodyFaults.first.map { "\($0.pointer): \($0.message)" } ?? ""
        let more = fields.count > 1 ? " (and \(fields.count - 1) more)" : ""
        return Refusal(isUnparsable ? 400 : 422, first + more, errors: fields)
    }
}

/// What is wrong with a parameter.
nonisolated struct ParameterFault: Sendable {
    enum Kind: Sendable { case unparsable, invalid }

    let kind: Kind
    let parameter: String
    /// `query`, `path`, …
    let place: String
    /// Completes "The parameter …": `is missing`.
    let reason: String

    var detail: String { "\(sentence)." }

    var sentence: String { "The \(place) parameter `\(parameter)` \(reason)" }
}
