import QuillNodes

extension JSONPath {
    /// What a query finds: a node, and the way to it from the root.
    public struct Place {
        public let path: [TreeStep]
        public let node: Node
    }

    /// The nodes in the order of the tree; one that several selectors of a segment find is there several times
    /// (RFC 9535 §2.1.2).
    public func select(in root: Node) -> [Place] {
        var selection = JSONPathSelection(root: root)
        return selection.places(segments, from: Place(path: [], node: root))
    }
}

/// One evaluation of a query (RFC 9535 §2.2 to §2.5). Recursive as deep as the tree, which its reader bounds.
private struct JSONPathSelection {
    let root: Node
    /// Patterns made so far; nil for what is none.
    private var patterns: [String: Regex<AnyRegexOutput>?] = [:]

    init(root: Node) {
        self.root = root
    }

    mutating func places(_ segments: [JSONPath.Segment], from start: JSONPath.Place) -> [JSONPath.Place] {
        var places = [start]
        for segment in segments {
            var next: [JSONPath.Place] = []
            for place in places { visit(segment, place, &next) }
            places = next
        }
        return places
    }

    private mutating func visit(_ segment: JSONPath.Segment, _ place: JSONPath.Place, _ found: inout [JSONPath.Place]) {
        for selector in segment.selectors { select(selector, place, &found) }
        guard segment.isDescendant else { return }
        for child in children(of: place) { visit(segment, child, &found) }
    }

    private func children(of place: JSONPath.Place) -> [JSONPath.Place] {
        switch place.node.value {
        case .object(let object):
            object.map { JSONPath.Place(path: place.path + [.key($0.key)], node: $0.value) }
        case .array(let items):
            items.enumerated().map { JSONPath.Place(path: place.path + [.index($0.offset)], node: $0.element) }
        case .null, .bool, .number, .string: []
        }
    }

    private mutating func select(
        _ selector: JSONPath.Selector, _ place: JSONPath.Place, _ found: inout [JSONPath.Place]
    ) {
        switch selector {
        case .name(let name):
            guard let node = place.node[name] else { return }
            found.append(JSONPath.Place(path: place.path + [.key(name)], node: node))
        case .wildcard: found += children(of: place)
        case .index(let index):
            guard let items = place.node.array else { return }
            let index = index < 0 ? items.count + index : index
            guard items.indices.contains(index) else { return }
            found.append(JSONPath.Place(path: place.path + [.index(index)], node: items[index]))
        case .slice(let start, let end, let step):
            guard let items = place.node.array else { return }
            for index in Self.indices(start, end, step, count: items.count) {
                found.append(JSONPath.Place(path: place.path + [.index(index)], node: items[index]))
            }
        case .filter(let condition):
            for child in children(of: place) where holds(condition, child.node) { found.append(child) }
        }
    }

    /// RFC 9535 §2.3.4.2.2.
    private static func indices(_ start: Int?, _ end: Int?, _ step: Int, count: Int) -> [Int] {
        guard step != 0 else { return [] }
        func normal(_ index: Int) -> Int { index >= 0 ? index : count + index }
        if step > 0 {
            let lower = min(max(normal(start ?? 0), 0), count)
            let upper = min(max(normal(end ?? count), 0), count)
            return Array(stride(from: lower, to: upper, by: step))
        }
        let upper = min(max(normal(start ?? count - 1), -1), count - 1)
        let lower = min(max(end.map(normal) ?? -1, -1), count - 1)
        return Array(stride(from: upper, to: lower, by: step))
    }

    // MARK: Conditions

    private mutating func holds(_ condition: JSONPath.Condition, _ current: Node) -> Bool {
        switch condition {
        case .or(let alternatives):
            for alternative in alternatives where holds(alternative, current) { return true }
            return false
        case .and(let parts):
            for part in parts where !holds(part, current) { return false }
            return true
        case .not(let inner): return !holds(inner, current)
        case .exists(let query): return !nodes(query, current).isEmpty
        case .function(.match(let text, let pattern, let isWhole)):
            guard let text = value(text, current)?.string, let pattern = value(pattern, current)?.string,
                let regex = regex(pattern)
            else { return false }
            let match = isWhole ? try? regex.wholeMatch(in: text) : try? regex.firstMatch(in: text)
            return match != nil
        case .function: return false
        case .comparison(let left, let comparison, let right):
            return Self.compare(value(left, current), comparison, value(right, current))
        }
    }

    private mutating func nodes(_ query: JSONPath.Query, _ current: Node) -> [JSONPath.Place] {
        places(query.segments, from: JSONPath.Place(path: [], node: query.isFromRoot ? root : current))
    }

    /// A value, or nil for the "nothing" of RFC 9535 §2.4.1.
    private mutating func value(_ operand: JSONPath.Operand, _ current: Node) -> Node? {
        switch operand {
        case .literal(let literal):
            let value: Node.Value =
                switch literal {
                case .null: .null
                case .bool(let value): .bool(value)
                case .number(let value): .number(NumberText("\(value)"))
                case .string(let value): .string(value)
                }
            return Node(value, at: root.location)
        case .query(let query): return nodes(query, current).first?.node
        case .function(.length(let operand)):
            guard let node = value(operand, current) else { return nil }
            return switch node.value {
            case .string(let text): number(text.unicodeScalars.count)
            case .array(let items): number(items.count)
            case .object(let object): number(object.count)
            case .null, .bool, .number: nil
            }
        case .function(.count(let query)): return number(nodes(query, current).count)
        case .function(.value(let query)):
            let found = nodes(query, current)
            return found.count == 1 ? found[0].node : nil
        case .function(.match): return nil
        }
    }

    private func number(_ value: Int) -> Node { Node(.number(NumberText("\(value)")), at: root.location) }

    /// RFC 9485 leaves nothing to say that Swift's own notation says otherwise; scalars are what it counts.
    private mutating func regex(_ pattern: String) -> Regex<AnyRegexOutput>? {
        if let known = patterns[pattern] { return known }
        let regex = (try? Regex(pattern))?.matchingSemantics(.unicodeScalar)
        patterns[pattern] = .some(regex)
        return regex
    }

    // MARK: Comparisons

    /// RFC 9535 §2.3.5.2.2.
    private static func compare(_ left: Node?, _ comparison: JSONPath.Comparison, _ right: Node?) -> Bool {
        switch comparison {
        case .equal: equal(left, right)
        case .notEqual: !equal(left, right)
        case .less: less(left, right)
        case .lessOrEqual: less(left, right) || equal(left, right)
        case .greater: less(right, left)
        case .greaterOrEqual: less(right, left) || equal(left, right)
        }
    }

    private static func equal(_ left: Node?, _ right: Node?) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        return left.isEqual(to: right)
    }

    private static func less(_ left: Node?, _ right: Node?) -> Bool {
        switch (left?.value, right?.value) {
        case (.number(let left), .number(let right)): left.double < right.double
        case (.string(let left), .string(let right)):
            left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
        default: false
        }
    }
}

extension Node {
    /// Whether the values are the same, wherever they stand; numbers by what they are, members in any order.
    func isEqual(to other: Node) -> Bool {
        switch (value, other.value) {
        case (.null, .null): return true
        case (.bool(let left), .bool(let right)): return left == right
        case (.number(let left), .number(let right)): return left.text == right.text || left.double == right.double
        case (.string(let left), .string(let right)): return left.unicodeScalars.elementsEqual(right.unicodeScalars)
        case (.array(let left), .array(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { $0.isEqual(to: $1) }
        case (.object(let left), .object(let right)):
            return left.count == right.count
                && left.allSatisfy { member in right[member.key].map(member.value.isEqual) ?? false }
        default: return false
        }
    }
}
