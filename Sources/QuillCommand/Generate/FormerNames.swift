import QuillAPI
import QuillDiagnostics
import QuillDiff
import QuillSwiftModel

/// The names of types and methods in the output for an earlier document.
struct FormerNames {
    let document: DiffInput
    let project: Project

    /// Adds those that are others now.
    ///
    /// - Throws: what is wrong with the earlier document.
    func add(
        to options: inout SwiftOptions, for api: API, _ pipeline: inout Pipeline
    ) throws(DiagnosticsError) {
        // What it warns about was told when it was new.
        var reading = Pipeline(session: pipeline.session)
        let side = DiffSide(document, comparedWith: project, in: pipeline.session)
        let old = try side.document(&reading)
        let new = try reading.document(of: project)
        let before = try reading.api(old, of: side.project)
        let renames = pipeline.time("compare names") {
            let difference = APIDifference.between(old, new, options: DifferenceOptions(today: .epoch))
            return SwiftRenames(
                old: before, side.project.swiftOptions(for: before), new: api, options,
                schemas: difference.renamedSchemas)
        }
        options.formerNames = renames.types.map { FormerName(old: $0.old, schema: $0.schema) }
        options.formerCalls = renames.calls
    }
}
