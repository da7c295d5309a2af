import QuillDiagnostics

/// Gathers what is wrong while the work goes on. Each fault once: what several places share is looked at several times.
struct Faults {
    private(set) var diagnostics: [Diagnostic] = []
    private var known: Set<Diagnostic> = []

    mutating func error(
        _ code: DiagnosticCode, _ message: String, at location: SourceLocation?, notes: [Diagnostic.Note] = []
    ) {
        add(.error(code, message, at: location, notes: notes))
    }

    mutating func warning(
        _ code: DiagnosticCode, _ message: String, at location: SourceLocation?, notes: [Diagnostic.Note] = []
    ) {
        add(.warning(code, message, at: location, notes: notes))
    }

    /// - Parameter construct: in the words of the specification, as the subject of "is not supported yet".
    mutating func unsupported(_ construct: String, at location: SourceLocation?) {
        error(.unsupported, "\(construct): not supported yet", at: location)
    }

    /// A restriction that the output does not hold anyone to: what it describes is right, but wider.
    mutating func unenforced(_ construct: String, at location: SourceLocation?) {
        warning(.notEnforced, "\(construct): not checked by the generated code yet", at: location)
    }

    /// Something that the output has no part for; nothing else is affected.
    mutating func leftOut(_ construct: String, at location: SourceLocation?) {
        warning(.notGenerated, "\(construct): not generated yet", at: location)
    }

    /// A type that is carried as it comes.
    mutating func untyped(_ construct: String, at location: SourceLocation?) {
        warning(.untyped, "\(construct): has no type of its own yet, and is any JSON value here", at: location)
    }

    mutating func add(_ other: Faults) {
        for diagnostic in other.diagnostics { add(diagnostic) }
    }

    private mutating func add(_ diagnostic: Diagnostic) {
        if known.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
    }

    /// By file, then by place.
    func sorted(files: [String]) -> [Diagnostic] {
        let order = Dictionary(zip(files, files.indices), uniquingKeysWith: { first, _ in first })
        func position(_ diagnostic: Diagnostic) -> (Int, Int) {
            guard let location = diagnostic.location else { return (-1, -1) }
            return (order[location.source.path] ?? files.count, location.offset)
        }
        return diagnostics.enumerated().sorted { left, right in
            let positions = (position(left.element), position(right.element))
            return positions.0 == positions.1 ? left.offset < right.offset : positions.0 < positions.1
        }.map(\.element)
    }
}
