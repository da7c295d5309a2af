/// A regular expression of ECMA 262 over Unicode scalars, as `pattern` of JSON Schema means it: found anywhere in a text.
///
///     try TextPattern("^[a-z]{2,8}$").matches("quill")   // true
///
/// Matching takes time in proportion to the length of the text times that of the expression, whatever either is: each
/// step at each position is tried once. Backreferences and looking behind cannot be had at that price.
public nonisolated struct TextPattern: TextMatcher {
    /// Why an expression cannot be read.
    public nonisolated struct Unreadable: Error, Sendable {
        public let reason: String
    }

    /// One step of a match; what follows it is the next, unless it says otherwise.
    nonisolated enum Step: Sendable {
        case scalar(Unicode.Scalar)
        case oneOf(ScalarSet)
        case start, end
        /// Between a letter, digit or `_` and something else; or nowhere there.
        case boundary(Bool)
        /// What follows is tried first, then what stands there.
        case fork(Int)
        case jump(Int)
        /// What follows, up to its `found`, has to match from here (or must not); then it goes on there.
        case look(isNegative: Bool, next: Int)
        case found
    }

    /// How many steps times positions are kept track of: 2 MB.
    private static let maximumWork = 1 << 24
    private let steps: [Step]

    /// - Throws: `Unreadable` for what is no such expression, and for what it leaves out.
    public init(_ source: String) throws(Unreadable) {
        var parser = PatternParser(source)
        var steps: [Step] = []
        try parser.expression().append(to: &steps)
        self.steps = steps + [.found]
    }

    /// Whether the text contains a match; nil where the text is too long to find out.
    public func matches(_ text: String) -> Bool? {
        var search = Search(steps: steps, text: Array(text.unicodeScalars))
        guard steps.count * (search.text.count + 1) <= TextPattern.maximumWork else { return nil }
        let found = search.isFound(from: 0, at: Array(0...search.text.count).reversed())
        return search.isExhausted ? nil : found
    }

    private nonisolated struct Search {
        let steps: [Step]
        let text: [Unicode.Scalar]
        var isExhausted = false
        private var workLeft = TextPattern.maximumWork

        init(steps: [Step], text: [Unicode.Scalar]) {
            self.steps = steps
            self.text = text
        }

        /// - Parameter positions: where to begin, the first last.
        mutating func isFound(from step: Int, at positions: [Int]) -> Bool {
            // What has been tried from there has failed, or is still being tried.
            var tried = [UInt64](repeating: 0, count: steps.count * (text.count + 1) / 64 + 1)
            workLeft -= tried.count
            var waiting = positions.map { (step: step, position: $0) }
            while var (step, position) = waiting.popLast() {
                following: while true {
                    let state = step * (text.count + 1) + position
                    let bit: UInt64 = 1 << UInt64(state & 63)
                    workLeft -= 1
                    if workLeft < 0 { isExhausted = true }
                    if tried[state >> 6] & bit != 0 || isExhausted { break following }
                    tried[state >> 6] |= bit
                    switch steps[step] {
                    case .scalar(let scalar):
                        guard position < text.count, text[position] == scalar else { break following }
                        position += 1
                    case .oneOf(let set):
                        guard position < text.count, set.contains(text[position]) else { break following }
                        position += 1
                    case .start: if position > 0 { break following }
                    case .end: if position < text.count { break following }
                    case .boundary(let isWanted): if isBoundary(position) != isWanted { break following }
                    case .fork(let other): waiting.append((other, position))
                    case .jump(let next):
                        step = next
                        continue following
                    case .look(let isNegative, let next):
                        // Within one look there are only smaller ones.
                        if isFound(from: step + 1, at: [position]) == isNegative { break following }
                        step = next
                        continue following
                    case .found: return true
                    }
                    step += 1
                }
            }
            return false
        }

        private func isBoundary(_ position: Int) -> Bool {
            let before = position > 0 && ScalarSet.word.contains(text[position - 1])
            let after = position < text.count && ScalarSet.word.contains(text[position])
            return before != after
        }
    }
}

/// A class of characters: `[a-z_]`, `\d`, `\p{L}`, `.`.
nonisolated struct ScalarSet: Sendable {
    var ranges: [ClosedRange<UInt32>] = []
    /// Other sets that belong to this one.
    var members: [ScalarSet] = []
    /// The beginning of the general category's short name, as `L` or `Nd`.
    var category: String?
    var isNegated = false
    var ignoresCase = false

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        var isFound = holds(scalar)
        if !isFound, ignoresCase {
            for variant in [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping] {
                let scalars = variant.unicodeScalars
                if scalars.count == 1, let only = scalars.first, holds(only) { isFound = true }
            }
        }
        return isFound != isNegated
    }

    private func holds(_ scalar: Unicode.Scalar) -> Bool {
        ranges.contains { $0.contains(scalar.value) } || members.contains { $0.contains(scalar) }
            || category.map { scalar.properties.generalCategory.shortName.hasPrefix($0) } ?? false
    }

    var negated: ScalarSet { ScalarSet(members: [self], isNegated: true) }

    static func just(_ scalar: Unicode.Scalar) -> ScalarSet { ScalarSet(ranges: [scalar.value...scalar.value]) }

    static let digit = ScalarSet(ranges: [0x30...0x39])
    static let word = ScalarSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    static let space = ScalarSet(
        ranges: [
            0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
            0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
        ])
    /// What `.` is not.
    static let lineEnd = ScalarSet(ranges: [0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029])
}

nonisolated extension Unicode.GeneralCategory {
    /// `Lu` (Unicode Standard Annex 44, table 12).
    fileprivate var shortName: String {
        switch self {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .connectorPunctuation: "Pc"
        case .dashPunctuation: "Pd"
        case .openPunctuation: "Ps"
        case .closePunctuation: "Pe"
        case .initialPunctuation: "Pi"
        case .finalPunctuation: "Pf"
        case .otherPunctuation: "Po"
        case .mathSymbol: "Sm"
        case .currencySymbol: "Sc"
        case .modifierSymbol: "Sk"
        case .otherSymbol: "So"
        case .spaceSeparator: "Zs"
        case .lineSeparator: "Zl"
        case .paragraphSeparator: "Zp"
        case .control: "Cc"
        case .format: "Cf"
        case .surrogate: "Cs"
        case .privateUse: "Co"
        default: "Cn"
        }
    }
}
