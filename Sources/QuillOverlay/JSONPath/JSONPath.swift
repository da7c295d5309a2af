/// A query for nodes of a tree: JSONPath (RFC 9535).
///
///     let path = try JSONPath("$.paths.*[?@.deprecated == true]")
///     let places = path.select(in: root)
public struct JSONPath {
    let segments: [Segment]

    /// - Throws: where the text is no well-formed and well-typed query.
    public init(_ text: String) throws(JSONPathError) {
        var parser = JSONPathParser(text)
        segments = try parser.query()
    }

    /// RFC 9535 §2.5.
    struct Segment {
        /// Whether it is applied to everything inside as well: `..name`.
        let isDescendant: Bool
        let selectors: [Selector]
    }

    /// RFC 9535 §2.3.
    enum Selector {
        case name(String)
        case wildcard
        case index(Int)
        case slice(start: Int?, end: Int?, step: Int)
        case filter(Condition)
    }

    /// What a filter asks of a node (RFC 9535 §2.3.5).
    indirect enum Condition {
        case or([Condition])
        case and([Condition])
        case not(Condition)
        case comparison(Operand, Comparison, Operand)
        /// Whether a query finds anything.
        case exists(Query)
        case function(Function)
    }

    enum Comparison: String {
        case equal = "=="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
    }

    /// A side of a comparison, or a value that a function takes.
    indirect enum Operand {
        case literal(Literal)
        /// Finds one node at most.
        case query(Query)
        case function(Function)
    }

    enum Literal {
        case null
        case bool(Bool)
        case number(Double)
        case string(String)
    }

    /// A query inside of a filter, from the root `$` or from the node that the filter looks at, `@`.
    struct Query {
        let isFromRoot: Bool
        let segments: [Segment]

        /// Whether it can find one node at most (RFC 9535 §2.3.5.1).
        var isSingular: Bool {
            segments.allSatisfy { segment in
                guard !segment.isDescendant, segment.selectors.count == 1 else { return false }
                return switch segment.selectors[0] {
                case .name, .index: true
                case .wildcard, .slice, .filter: false
                }
            }
        }
    }

    /// RFC 9535 §2.4.
    indirect enum Function {
        case length(Operand)
        case count(Query)
        /// Whether the whole text matches the pattern, where `isWhole`, or else a part of it.
        case match(Operand, Operand, isWhole: Bool)
        case value(Query)

        /// Whether it gives a value, not a truth.
        var isValue: Bool { if case .match = self { false } else { true } }
    }
}

/// Why a text is no query.
public struct JSONPathError: Error, Sendable, Hashable, CustomStringConvertible {
    /// One sentence without a full stop.
    public let description: String
    /// Where, in scalars from 0.
    public let offset: Int
}

/// A step from a node to one inside of it.
public enum TreeStep: Sendable, Hashable {
    case key(String)
    case index(Int)
}
