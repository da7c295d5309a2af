import QuillEmitter
import QuillNodes

/// How far the content of a field reaches.
enum Effect: Int, Comparable, CaseIterable {
    /// Nothing changes without it or with another value.
    case nothing
    /// A warning or an error says what it means for the output.
    case told
    /// Documentation comments, or the package's README.
    case documented
    /// Swift code.
    case code

    static func < (left: Effect, right: Effect) -> Bool { left.rawValue < right.rawValue }

    /// What comes of taking the field away, or of changing it.
    init(from before: Generation, to after: Generation) {
        let said = { (generation: Generation) in Set(generation.diagnostics.map { "\($0.code) \($0.message)" }) }
        if after.isRefused {
            self = .told
        } else if Self.code(of: before) != Self.code(of: after) {
            self = .code
        } else if before.files != after.files {
            self = .documented
        } else {
            self = said(before) == said(after) ? .nothing : .told
        }
    }

    private static func code(of generation: Generation) -> [String: [Substring]] {
        generation.files.filter { $0.key.hasSuffix(".swift") }.mapValues { text in
            text.split(separator: "\n").compactMap { line in
                let code = line.drop { $0 == " " }
                return code.hasPrefix("//") ? nil : code
            }
        }
    }
}

extension Sample {
    /// The largest effect that a field has anywhere in the sample; nil where it does not stand there.
    func effect(of field: String, in object: String, beside before: Generation, emitter: Emitter) throws -> Effect? {
        var largest: Effect?
        for occurrence in occurrences where occurrence.object == object && occurrence.field == field {
            for change in Self.changes {
                guard let changed = root.replacing(occurrence.path[...], with: change) else { continue }
                let effect = Effect(from: before, to: try Generation(of: changed, emitter: emitter))
                largest = max(largest ?? .nothing, effect)
                if largest == .code { return largest }
            }
        }
        return largest
    }

    /// Taken away, and said differently.
    private static let changes: [@Sendable (Node) -> Node?] = [
        { _ in nil },
        { node in
            switch node.value {
            case .string(let text): Node(.string(text + "x"), at: node.location)
            case .bool(let flag): Node(.bool(!flag), at: node.location)
            case .number(let number): Node(.number(NumberText(number.text + "1")), at: node.location)
            case .array(let items): Node(.array(items.reversed()), at: node.location)
            default: node
            }
        },
    ]
}
