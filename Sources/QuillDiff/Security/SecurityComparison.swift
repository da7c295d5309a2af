import QuillAPI
import QuillDiagnostics
import QuillOpenAPI

/// Compares what operations require of their callers: by who is let in, not by how it is written.
struct SecurityComparison {
    private let old: OpenAPI.Document
    private let new: OpenAPI.Document
    /// Schemes that only have another name.
    private let renamedSchemes: [String: String]
    private let inclusion: ScopeInclusion

    init(old: OpenAPI.Document, new: OpenAPI.Document, renamedSchemes: [String: String], rules: [ScopeRule]) {
        self.old = old
        self.new = new
        self.renamedSchemes = renamedSchemes
        var names: [String: Set<String>] = [:]
        for document in [old, new] {
            for requirement in document.statedRequirements {
                for scheme in requirement.schemes {
                    names[scheme.name, default: []].formUnion(scheme.scopes.map(\.name))
                }
            }
        }
        inclusion = ScopeInclusion(rules: rules, names: names)
    }

    /// One way to be let in.
    fileprivate struct Alternative: Hashable {
        struct Part: Hashable {
            let scheme: String
            let scopes: [String]
        }

        let parts: [Part]

        init(_ requirement: OpenAPI.SecurityRequirement, renaming names: [String: String]) {
            parts = requirement.schemes
                .map { Part(scheme: names[$0.name] ?? $0.name, scopes: $0.scopes.map(\.name).sorted()) }
                .sorted { $0.scheme < $1.scheme }
        }

        var schemes: [String] { parts.map(\.scheme) }

        func scopes(of scheme: String) -> [String] { parts.first { $0.scheme == scheme }?.scopes ?? [] }

        /// `personalApiKey with dataset:read`
        var text: String {
            parts.isEmpty
                ? "nothing"
                : parts.map { $0.scheme + ($0.scopes.isEmpty ? "" : " with \($0.scopes.joined(separator: ", "))") }
                    .joined(separator: " and ")
        }
    }

    func run(
        _ before: OpenAPI.Operation, _ after: OpenAPI.Operation, of subject: DifferenceRecord.Subject,
        _ record: inout DifferenceRecord
    ) {
        let isInherited = before.security == nil && after.security == nil
        let rules = isInherited ? Rule.Security.ofDocument : Rule.Security.ofOperation
        let (requirements, others) = (old.security(of: before) ?? [], new.security(of: after) ?? [])
        let places = (
            requirements.first?.location ?? (isInherited ? old.location : before.location),
            others.first?.location ?? (isInherited ? new.location : after.location)
        )
        func note(_ rule: Rule, _ detail: String) {
            // A key that no longer opens an operation matters however unstable that is.
            record.note(
                rule, detail, of: .init(operation: subject.operation, isUnstable: false), old: places.0, new: places.1)
        }
        let gone = requirements.map { Alternative($0, renaming: renamedSchemes) }
        let come = others.map { Alternative($0, renaming: [:]) }
        let (wasOpen, isOpen) = (Self.isOpen(gone), Self.isOpen(come))
        let closed = (gone.filter { !$0.parts.isEmpty }, come.filter { !$0.parts.isEmpty })
        if wasOpen, !isOpen {
            return note(rules.required, closed.1.map(\.text).joined(separator: ", or "))
        }
        if isOpen, !wasOpen {
            return note(rules.notRequired, closed.0.map(\.text).joined(separator: ", or "))
        }
        compare(closed.0, closed.1, rules, note)
    }

    private static func isOpen(_ alternatives: [Alternative]) -> Bool {
        alternatives.isEmpty || alternatives.contains { $0.parts.isEmpty }
    }

    private func compare(
        _ old: [Alternative], _ new: [Alternative], _ rules: Rule.Security.Requirements,
        _ note: (Rule, String) -> Void
    ) {
        var gone = old
        var come = new
        func match(_ isPartner: (Alternative, Alternative) -> Bool, _ report: (Alternative, Alternative) -> Void) {
            for alternative in gone {
                guard let index = come.firstIndex(where: { isPartner(alternative, $0) }) else { continue }
                report(alternative, come[index])
                come.remove(at: index)
                gone.removeAll { $0 == alternative }
            }
        }
        let differences = { (old: Alternative, new: Alternative) in compare(old, new, rules, note) }
        match({ $0 == $1 }, { _, _ in })
        match({ isEnough($0, for: $1) }, differences)
        match({ $0.schemes == $1.schemes }, differences)
        if gone.count == 1, come.count == 1, !Set(gone[0].schemes).isDisjoint(with: come[0].schemes) {
            match({ _, _ in true }, differences)
        }
        for alternative in gone where !new.contains(where: { isEnough(alternative, for: $0) }) {
            note(rules.removed, alternative.text)
        }
        for alternative in come { note(rules.added, alternative.text) }
    }

    /// Whether a caller who was let in one way is let in another.
    private func isEnough(_ held: Alternative, for required: Alternative) -> Bool {
        required.parts.allSatisfy { part in
            held.schemes.contains(part.scheme)
                && part.scopes.allSatisfy {
                    inclusion.covers($0, by: held.scopes(of: part.scheme), of: part.scheme)
                }
        }
    }

    private func compare(
        _ old: Alternative, _ new: Alternative, _ rules: Rule.Security.Requirements, _ note: (Rule, String) -> Void
    ) {
        for part in new.parts where !old.schemes.contains(part.scheme) {
            note(rules.schemeAdded, Alternative.text(part))
        }
        for part in old.parts where !new.schemes.contains(part.scheme) {
            note(rules.schemeRemoved, Alternative.text(part))
        }
        for part in new.parts where old.schemes.contains(part.scheme) {
            let scheme = part.scheme
            let held = old.scopes(of: scheme)
            let dropped = held.filter { !part.scopes.contains($0) }
            for scope in part.scopes where !held.contains(scope) {
                if !inclusion.covers(scope, by: held, of: scheme) {
                    note(rules.scopeAdded, "\(scope) (\(scheme))")
                } else if inclusion.covers(scope, by: held.filter(part.scopes.contains), of: scheme) {
                    note(rules.scopeImplied, "\(scope) (\(scheme))")
                }
            }
            for scope in dropped where !inclusion.covers(scope, by: part.scopes, of: scheme) {
                let enough = part.scopes.isEmpty ? "" : "; \(part.scopes.joined(separator: ", ")) is enough"
                note(rules.scopeRemoved, "\(scope) (\(scheme))\(enough)")
            }
        }
    }
}

extension SecurityComparison.Alternative {
    fileprivate static func text(_ part: Part) -> String {
        part.scheme + (part.scopes.isEmpty ? "" : " with \(part.scopes.joined(separator: ", "))")
    }
}

extension OpenAPI.Document {
    /// Every requirement that is stated somewhere.
    fileprivate var statedRequirements: [OpenAPI.SecurityRequirement] {
        var requirements = security ?? []
        for item in paths.map(\.value) + webhooks.map(\.value) {
            for operation in item.operations { requirements += operation.security ?? [] }
        }
        return requirements
    }
}
