import QuillDiagnostics
import QuillOpenAPI

/// Compares two documents part by part.
struct DocumentComparison {
    private let old: OpenAPI.Document
    private let new: OpenAPI.Document
    private let options: DifferenceOptions
    private var record: DifferenceRecord
    /// What ``run()`` found to have another name only.
    private(set) var renamedSchemas: [String: String] = [:]

    init(old: OpenAPI.Document, new: OpenAPI.Document, options: DifferenceOptions) {
        self.old = old
        self.new = new
        self.options = options
        record = DifferenceRecord(
            old: old, new: new, lifecycle: Lifecycle(today: options.today, graceDays: options.graceDays))
    }

    mutating func run() -> [Finding] {
        let schemes = SecuritySchemesComparison(old: old, new: new)
        schemes.run(&record)
        let security = SecurityComparison(
            old: old, new: new, renamedSchemes: schemes.renamed, rules: options.scopeRules)
        PathsComparison(old: old, new: new, security: security).run(&record)
        WebhooksComparison(old: old, new: new, security: security).run(&record)
        ServersComparison.run(old.servers, new.servers, of: .document, &record)
        renamedSchemas = ComponentsComparison(old: old, new: new).run(&record)
        InformationComparison(old: old, new: new).run(&record)
        return record.allFindings()
    }
}
