import QuillAPI
import QuillDiagnostics
import QuillDiff
import QuillSwiftModel

/// The names of types in the output for an earlier document.
struct FormerNames {
    let document: DiffInput
    let project: Project

    /// Those that are others now, by what they stand for.
    ///
    /// - Throws: what is wrong with the earlier document.
    func names(
        _ api: API, _ options: SwiftOptions, _ pipeline: inout Pipeline
    ) throws(DiagnosticsError) -> [FormerName] {
        // What it warns about was told when it was new.
        var reading = Pipeline(session: pipeline.session)
        let side = DiffSide(document, comparedWith: project, in: pipeline.session)
        let old = try side.document(&reading)
        let new = try reading.document(of: project)
        let before = try reading.api(old, of: side.project)
        return pipeline.time("compare names") {
            let difference = APIDifference.between(old, new, options: DifferenceOptions(today: .epoch))
            let renames = SwiftRenames(
                old: before, side.project.swiftOptions(for: before), new: api, options,
                schemas: difference.renamedSchemas)
            return renames.types.map { FormerName(old: $0.old, schema: $0.schema) }
        }
    }
}
