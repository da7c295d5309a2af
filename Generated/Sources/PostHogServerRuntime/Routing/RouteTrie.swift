// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import PostHogRuntime

/// Collects path templates as a tree of their segments, to be frozen into a ``RouteTrie``.
nonisolated struct RouteTrieBuilder {
    fileprivate struct Node {
        var fixed: [[UInt8]: Int] = [:]
        var mixed: [(pattern: SegmentPattern, node: Int)] = []
        var parameter: Int?
        var plain: Int?
        var slashed: Int?
    }

    fileprivate var nodes = [Node()]
    fileprivate var depth = 0

    /// Adds a template that stands for `value`, unless one of the same shape came before.
    /// - Returns: what this shape of template stands for.
    mutating func insert(_ template: PathTemplate, value: Int) -> Int {
        let node = template.segments.reduce(0) { child(of: $0, for: $1) }
        depth = max(depth, template.segments.count)
        let ending = template.endsWithSlash ? \Node.slashed : \Node.plain
        let known = nodes[node][keyPath: ending] ?? value
        nodes[node][keyPath: ending] = known
        return known
    }

    private mutating func child(of node: Int, for segment: PathTemplate.Segment) -> Int {
        let new = nodes.count
        switch segment {
        case .fixed(let text):
            if let known = nodes[node].fixed[text] { return known }
            nodes[node].fixed[text] = new
        case .mixed(let pattern):
            if let known = nodes[node].mixed.first(where: { $0.pattern == pattern }) { return known.node }
            // Of patterns with as much text the first in the document stays first.
            let place = nodes[node].mixed.firstIndex { $0.pattern.fixedLength < pattern.fixedLength }
            nodes[node].mixed.insert((pattern, new), at: place ?? nodes[node].mixed.endIndex)
        case .parameter:
            if let known = nodes[node].parameter { return known }
            nodes[node].parameter = new
        }
        nodes.append(Node())
        return new
    }
}

/// Finds the template that a path matches: a tree of segments, frozen into flat arrays.
///
/// At each segment fixed text is tried before patterns and these before a parameter, and what leads nowhere is taken
/// back: with `/a/test/` and `/a/{id}/runs/`, the path `/a/test/runs/` is the second. As the nodes form a tree, no node
/// is visited twice for a path, whatever the path is.
nonisolated struct RouteTrie: Sendable {
    private struct Node: Sendable {
        let fixed: Range<Int>
        let mixed: Range<Int>
        let parameter: Int?
        let plain: Int?
        let slashed: Int?
    }

    /// What a path was found to be.
    struct Match: Sendable, Equatable {
        /// What the template with this ending stands for, and the one with a final slash that the path lacks.
        let value: Int
        let slashedValue: Int?
        /// What stands for the parameters, in the template's order, percent-encoded as sent.
        let captures: [ArraySlice<UInt8>]
    }

    /// The number of segments of the longest template.
    let depth: Int
    private let nodes: [Node]
    /// The edges of one node are neighbours: fixed ones sorted by their text, patterns by precedence.
    private let fixed: [(text: [UInt8], node: Int)]
    private let mixed: [(pattern: SegmentPattern, node: Int)]

    init(_ builder: RouteTrieBuilder) {
        var fixed: [(text: [UInt8], node: Int)] = []
        var mixed: [(pattern: SegmentPattern, node: Int)] = []
        nodes = builder.nodes.map { node in
            let (firstFixed, firstMixed) = (fixed.count, mixed.count)
            fixed += node.fixed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ($0.key, $0.value) }
            mixed += node.mixed
            return Node(
                fixed: firstFixed..<fixed.count, mixed: firstMixed..<mixed.count, parameter: node.parameter,
                plain: node.plain, slashed: node.slashed)
        }
        self.fixed = fixed
        self.mixed = mixed
        depth = builder.depth
    }

    /// Looks a path up. A path without a final slash also finds a template with one.
    func match(_ path: RequestPath) -> Match? {
        guard path.isWithinLimit else { return nil }
        var captures: [ArraySlice<UInt8>] = []
        return descend(from: nodes[0], segment: 0, of: path, captures: &captures)
    }

    /// Recursion is as deep as the longest template.
    private func descend(
        from node: Node, segment: Int, of path: RequestPath, captures: inout [ArraySlice<UInt8>]
    ) -> Match? {
        guard segment < path.segments.count else {
            guard let value = path.endsWithSlash ? node.slashed : node.plain ?? node.slashed else { return nil }
            let other = value == node.slashed || path.endsWithSlash ? nil : node.slashed
            return Match(value: value, slashedValue: other, captures: captures)
        }
        let (encoded, decoded) = path.segments[segment]
        let known = captures.count
        if let edge = fixedEdge(in: node.fixed, to: decoded),
            let match = descend(from: nodes[edge], segment: segment + 1, of: path, captures: &captures)
        {
            return match
        }
        guard !encoded.isEmpty else { return nil }
        for edge in mixed[node.mixed] {
            guard let found = edge.pattern.captures(in: encoded) else { continue }
            captures += found
            if let match = descend(from: nodes[edge.node], segment: segment + 1, of: path, captures: &captures) {
                return match
            }
            captures.removeSubrange(known...)
        }
        guard let parameter = node.parameter else { return nil }
        captures.append(encoded)
        if let match = descend(from: nodes[parameter], segment: segment + 1, of: path, captures: &captures) {
            return match
        }
        captures.removeSubrange(known...)
        return nil
    }

    private func fixedEdge(in range: Range<Int>, to text: ArraySlice<UInt8>) -> Int? {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if fixed[middle].text.lexicographicallyPrecedes(text) { low = middle + 1 } else { high = middle }
        }
        guard low < range.upperBound, fixed[low].text.elementsEqual(text) else { return nil }
        return fixed[low].node
    }
}
