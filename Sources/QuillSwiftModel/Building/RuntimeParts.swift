import QuillAPI

/// Which parts of the runtime the output speaks of.
struct RuntimeParts {
    private(set) var needed: Set<RuntimePart> = []

    /// - Parameters:
    ///   - endpoints: all operations, also those that the service sends.
    ///   - files: what is declared for them.
    ///   - exactDates: whether points in time are kept as they are written.
    init(_ endpoints: [Endpoint], _ files: [SwiftFile], exactDates: Bool) {
        if exactDates { needed.insert(.exactDates) }
        for endpoint in endpoints {
            let answers = endpoint.responses.flatMap(\.contents)
            for content in (endpoint.body?.contents ?? []) + answers {
                let coding = content.coding
                if coding.isSequential { needed.insert(.streams) }
                if coding == .form || coding == .multipart { needed.insert(.forms) }
                for header in content.fields.flatMap(\.described) { note(RuleLiteral(header.rule)) }
            }
            if answers.contains(where: { $0.coding != .json && $0.coding != .text }) { needed.insert(.downloads) }
            if endpoint.pagination != nil { needed.insert(.pages) }
        }
        for file in files {
            for content in file.contents { note(content) }
        }
    }

    private mutating func note(_ content: SwiftFile.Content) {
        switch content {
        case .declaration(.structure(let structure)): note(structure.rule)
        case .declaration(.union(let union)): note(union.rule)
        case .operations(let operations):
            for operation in operations {
                note(operation.bodyRule)
                for answer in operation.answerRules { note(answer.rule) }
            }
        case .headers: needed.insert(.headers)
        case .scopes(let scopes):
            if scopes.schemes.contains(where: { $0.issuer != nil }) { needed.insert(.oauth) }
        case .webhookSender, .webhookServer: needed.insert(.webhooks)
        case .service(let group):
            for text in group.methods.flatMap(\.arguments).map(\.reading) {
                if !needed.contains(.patterns), text.says("pattern: ") { needed.insert(.patterns) }
                let structures = ["(model: ", "(json: ", "(form: ", "ueryString("]
                if !needed.contains(.structures), structures.contains(where: text.says) { needed.insert(.structures) }
            }
        default: break
        }
    }

    private mutating func note(_ rule: RuleLiteral?) {
        guard let rule else { return }
        needed.insert(.rules)
        if rule.hasPatterns { needed.insert(.patterns) }
    }
}

extension String {
    /// Whether the bytes of a text are among these: without regard to what Unicode takes for the same, which takes long.
    fileprivate func says(_ text: String) -> Bool {
        var rest = utf8[...]
        while let first = text.utf8.first, let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: text.utf8) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
