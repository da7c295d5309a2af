import QuillDiagnostics
import QuillOpenAPI

/// What was found so far, and the pairs of schemas that have to be looked through.
struct DifferenceRecord {
    private(set) var findings: [Finding] = []
    private var graph: SchemaGraph
    private var roots: [SchemaRoot] = []
    private var components: [(name: String, pair: Int)] = []
    let lifecycle: Lifecycle

    init(old: OpenAPI.Document, new: OpenAPI.Document, lifecycle: Lifecycle) {
        graph = SchemaGraph(old: old, new: new, lifecycle: lifecycle)
        self.lifecycle = lifecycle
    }

    /// A place of an operation with the two schemas that stand in it.
    private struct SchemaRoot {
        let pair: Int
        let place: SchemaPlace
        let subject: Subject
        let part: String
        let path: [PathStep]
        /// How many findings there were before, which is where those of the schemas belong.
        let position: Int
    }

    /// The operation that something is noted of.
    struct Subject {
        let operation: OperationName?
        /// Whether changes of it were to be expected at any time.
        let isUnstable: Bool

        static let document = Subject(operation: nil, isUnstable: false)

        var isReversed: Bool { operation?.isReversed ?? false }
    }

    mutating func note(
        _ rule: Rule, _ detail: String = "", of subject: Subject = .document, part: String = "",
        old: SourceLocation?, new: SourceLocation?
    ) {
        // Who sends a request and who receives it is reversed; documentation is for callers all the same.
        var impact = subject.isReversed && Self.isAboutData(rule) ? rule.impact.reversed : rule.impact
        if subject.isUnstable { impact = .both(.info) }
        findings.append(
            Finding(
                rule, detail, impact: impact, at: Occurrence(subject.operation, part: part), old: old, new: new))
    }

    private static func isAboutData(_ rule: Rule) -> Bool {
        [.parameters, .requestBodies, .responses].contains(rule.concern)
    }

    /// Compares the schemas of a place, and everything inside them.
    mutating func compare(
        _ old: OpenAPI.SchemaReference, _ new: OpenAPI.SchemaReference, in place: SchemaPlace, of subject: Subject,
        part: String, path: [PathStep] = []
    ) {
        roots.append(
            SchemaRoot(
                pair: graph.compare(old, new), place: place, subject: subject, part: part, path: path,
                position: findings.count))
    }

    /// Compares the schemas of a name, which counts where no operation leads to them.
    mutating func compare(_ old: OpenAPI.SchemaReference, _ new: OpenAPI.SchemaReference, named name: String) {
        components.append((name, graph.compare(old, new)))
    }

    /// The names of schemas that stand for each other under different names.
    var renamedSchemas: [String: String] {
        var renamed: [String: String] = [:]
        for pair in graph.pairs {
            guard let old = pair.old.target, let new = pair.new.target, old.name != new.name else { continue }
            if renamed[old.name] == nil { renamed[old.name] = new.name }
        }
        return renamed
    }

    /// All findings, those of schemas among the others by operation.
    func allFindings() -> [Finding] {
        let hasChanges = graph.pairsWithChanges()
        var result: [Finding] = []
        var next = 0
        for root in roots {
            result += findings[next..<root.position]
            next = root.position
            guard hasChanges[root.pair] else { continue }
            result += schemaFindings(root, hasChanges)
        }
        return result + findings[next...] + unusedFindings(hasChanges)
    }

    /// What differs in schemas that stand in no place of an operation: that something does.
    private func unusedFindings(_ hasChanges: [Bool]) -> [Finding] {
        var isReached = Array(repeating: false, count: graph.pairs.count)
        func reach(_ starts: [Int]) -> [SchemaGraph.Pair] {
            var reached: [SchemaGraph.Pair] = []
            var waiting = starts
            while let number = waiting.popLast() {
                guard !isReached[number] else { continue }
                isReached[number] = true
                reached.append(graph.pairs[number])
                waiting += graph.pairs[number].steps.map(\.pair)
            }
            return reached
        }
        _ = reach(roots.map(\.pair))
        return components.compactMap { component in
            guard hasChanges[component.pair] else { return nil }
            let changes = reach([component.pair]).flatMap(\.changes)
            guard changes.contains(where: { $0.rule.effect != .documents }) else { return nil }
            let pair = graph.pairs[component.pair]
            return Finding(
                Rule.Components.schemaChanged, component.name, schema: component.name, old: pair.old.location,
                new: pair.new.location)
        }
    }

    /// What differs at a root and inside it, each pair by the shortest way that leads to it.
    private func schemaFindings(_ root: SchemaRoot, _ hasChanges: [Bool]) -> [Finding] {
        struct Visit: Hashable {
            let pair: Int
            let place: SchemaPlace
        }
        var result: [Finding] = []
        var visited: Set<Visit> = []
        // Each with the way that leads to it and the nearest schema with a name.
        var waiting: [(visit: Visit, path: [PathStep], schema: String?)] = []
        var first = 0
        func enqueue(_ pair: Int, _ place: SchemaPlace, _ path: [PathStep], _ schema: String?) {
            let visit = Visit(pair: pair, place: place)
            guard visited.insert(visit).inserted else { return }
            waiting.append((visit, path, graph.pairs[pair].name ?? schema))
        }
        let start = root.path.isEmpty ? root.place : root.place.inside
        enqueue(root.pair, start, root.path, nil)
        while first < waiting.count {
            let (visit, path, schema) = waiting[first]
            first += 1
            let pair = graph.pairs[visit.pair]
            for change in pair.changes {
                result.append(finding(change, root, visit.place, path, schema))
            }
            for step in pair.steps where hasChanges[step.pair] {
                let inside = graph.pairs[step.pair]
                var place = visit.place
                if step.step.isInside {
                    place = visit.place.property(readOnly: inside.isReadOnly, writeOnly: inside.isWriteOnly)
                }
                enqueue(step.pair, place, path + [step.step], schema)
            }
        }
        return result
    }

    private func finding(
        _ change: SchemaChange, _ root: SchemaRoot, _ place: SchemaPlace, _ path: [PathStep], _ schema: String?
    ) -> Finding {
        var place = place
        var path = path
        if let property = change.property {
            place = place.property(readOnly: property.isReadOnly, writeOnly: property.isWriteOnly)
            path.append(.property(property.name))
        }
        let subject = root.subject
        let impact =
            subject.isUnstable
            ? Impact.both(.info) : change.rule.impact(in: place, isReversed: subject.isReversed)
        return Finding(
            change.rule.rule(in: place), change.detail, impact: impact,
            reason: change.rule.reason(in: place, isReversed: subject.isReversed), schema: schema,
            at: Occurrence(subject.operation, part: root.part, path: path.text), old: change.old, new: change.new)
    }
}

extension Impact {
    /// With the two sides exchanged.
    fileprivate var reversed: Impact { Impact(callers: implementers, implementers: callers) }
}
