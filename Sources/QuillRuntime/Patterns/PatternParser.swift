/// What a regular expression is made of.
nonisolated indirect enum PatternPart {
    case oneOf(ScalarSet)
    case sequence([PatternPart])
    case choice([PatternPart])
    case repeated(PatternPart, from: Int, upTo: Int?)
    case start, end
    case boundary(Bool)
    case look(PatternPart, isNegative: Bool)

    /// How many steps an expression may have: repetitions are written out.
    private static let maximumSteps = 20_000

    /// Writes the part's steps behind others.
    func append(to steps: inout [TextPattern.Step]) throws(TextPattern.Unreadable) {
        guard steps.count < PatternPart.maximumSteps else {
            throw TextPattern.Unreadable(reason: "it repeats too much")
        }
        switch self {
        case .oneOf(let set):
            if let range = set.ranges.first, range.count == 1, set.ranges.count == 1, set.members.isEmpty,
                set.category == nil, !set.isNegated, !set.ignoresCase, let scalar = Unicode.Scalar(range.lowerBound)
            {
                steps.append(.scalar(scalar))
            } else {
                steps.append(.oneOf(set))
            }
        case .sequence(let parts):
            for part in parts { try part.append(to: &steps) }
        case .choice(let parts):
            var jumps: [Int] = []
            for (index, part) in parts.enumerated() {
                let fork = steps.count
                if index < parts.count - 1 { steps.append(.fork(0)) }
                try part.append(to: &steps)
                guard index < parts.count - 1 else { break }
                jumps.append(steps.count)
                steps.append(.jump(0))
                steps[fork] = .fork(steps.count)
            }
            for jump in jumps { steps[jump] = .jump(steps.count) }
        case .repeated(let part, let least, let most):
            for _ in 0..<least {
                let before = steps.count
                try part.append(to: &steps)
                // Nothing, however often, is nothing.
                if steps.count == before { return }
            }
            guard let most else {
                let fork = steps.count
                steps.append(.fork(0))
                try part.append(to: &steps)
                steps.append(.jump(fork))
                steps[fork] = .fork(steps.count)
                return
            }
            var forks: [Int] = []
            for _ in least..<max(least, most) {
                forks.append(steps.count)
                steps.append(.fork(0))
                try part.append(to: &steps)
            }
            for fork in forks { steps[fork] = .fork(steps.count) }
        case .start: steps.append(.start)
        case .end: steps.append(.end)
        case .boundary(let isWanted): steps.append(.boundary(isWanted))
        case .look(let part, let isNegative):
            let look = steps.count
            steps.append(.look(isNegative: isNegative, next: 0))
            try part.append(to: &steps)
            steps.append(.found)
            steps[look] = .look(isNegative: isNegative, next: steps.count)
        }
    }
}

/// Reads regular expressions (ECMA 262 §22.2.1, with the leniency of its annex B.1.2).
nonisolated struct PatternParser {
    private let source: [Unicode.Scalar]
    private var position = 0
    private var depth = 0
    private var ignoresCase = false

    init(_ source: String) { self.source = Array(source.unicodeScalars) }

    mutating func expression() throws(TextPattern.Unreadable) -> PatternPart {
        // Not of ECMA 262, and common in documents that servers of other languages write.
        if skip("(?i)") { ignoresCase = true }
        let part = try choice()
        guard position == source.count else { throw unreadable("a `)` closes nothing") }
        return part
    }

    private func unreadable(_ reason: String) -> TextPattern.Unreadable { TextPattern.Unreadable(reason: reason) }

    private var next: Unicode.Scalar? { position < source.count ? source[position] : nil }

    private mutating func skip(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard source[position...].starts(with: scalars) else { return false }
        position += scalars.count
        return true
    }

    private mutating func choice() throws(TextPattern.Unreadable) -> PatternPart {
        depth += 1
        defer { depth -= 1 }
        guard depth < 60 else { throw unreadable("its groups are nested too deeply") }
        var parts = [try sequence()]
        while skip("|") { parts.append(try sequence()) }
        return parts.count == 1 ? parts[0] : .choice(parts)
    }

    private mutating func sequence() throws(TextPattern.Unreadable) -> PatternPart {
        var parts: [PatternPart] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            position += 1
            parts.append(try repeated(try part(scalar)))
        }
        return .sequence(parts)
    }

    private mutating func part(_ scalar: Unicode.Scalar) throws(TextPattern.Unreadable) -> PatternPart {
        switch scalar {
        case "^": return .start
        case "$": return .end
        case ".": return .oneOf(ScalarSet.lineEnd.negated)
        case "(": return try group()
        case "[": return .oneOf(folding(try characterClass()))
        case "\\": return try escape()
        case "*", "+", "?": throw unreadable("a `\(scalar)` repeats nothing")
        default: return .oneOf(folding(.just(scalar)))
        }
    }

    private func folding(_ set: ScalarSet) -> ScalarSet {
        guard ignoresCase else { return set }
        // Negation comes after the comparison.
        var folded = set
        folded.ignoresCase = true
        return folded
    }

    private mutating func group() throws(TextPattern.Unreadable) -> PatternPart {
        var (isLook, isNegative) = (false, false)
        if skip("?=") {
            isLook = true
        } else if skip("?!") {
            (isLook, isNegative) = (true, true)
        } else if skip("?<=") || skip("?<!") {
            throw unreadable("it looks behind")
        } else if skip("?<") || skip("?P<") {
            while let scalar = next, scalar != ">" { position += 1 }
            guard skip(">") else { throw unreadable("the name of a group has no end") }
        } else if !skip("?:"), next == "?" {
            throw unreadable("it has a group of a kind that ECMA 262 does not know")
        }
        let inner = try choice()
        guard skip(")") else { throw unreadable("a `(` is not closed") }
        return isLook ? .look(inner, isNegative: isNegative) : inner
    }

    // MARK: Repetition

    private mutating func repeated(_ part: PatternPart) throws(TextPattern.Unreadable) -> PatternPart {
        var bounds: (Int, Int?)?
        if skip("*") {
            bounds = (0, nil)
        } else if skip("+") {
            bounds = (1, nil)
        } else if skip("?") {
            bounds = (0, 1)
        } else if next == "{" {
            bounds = counts()
        }
        guard let (least, most) = bounds else { return part }
        if let most, most < least { throw unreadable("a repetition ends before it begins") }
        // Whether more or fewer are tried first changes nothing about whether there is a match.
        _ = skip("?")
        if next == "+" { throw unreadable("it has a possessive repetition") }
        return .repeated(part, from: least, upTo: most)
    }

    /// `{2}`, `{2,}`, `{2,8}`; nil where the brace is a character like any other.
    private mutating func counts() -> (Int, Int?)? {
        let start = position
        position += 1
        let least = number()
        var most = least
        if skip(",") { most = number() }
        guard let least, skip("}") else {
            position = start
            return nil
        }
        return (least, most)
    }

    private mutating func number() -> Int? {
        var digits = ""
        while let scalar = next, ScalarSet.digit.contains(scalar) {
            digits.unicodeScalars.append(scalar)
            position += 1
        }
        return Int(digits).map { min($0, 1 << 20) }
    }

    // MARK: Characters

    private mutating func escape() throws(TextPattern.Unreadable) -> PatternPart {
        guard let scalar = next else { throw unreadable("it ends with a `\\`") }
        switch scalar {
        case "b", "B":
            position += 1
            return .boundary(scalar == "b")
        // Anchors of other languages, which letters are rarely escaped for.
        case "A", "z", "Z":
            position += 1
            return scalar == "A" ? .start : .end
        case "1"..."9": throw unreadable("it refers back to a group")
        case "k" where position + 1 < source.count && source[position + 1] == "<":
            throw unreadable("it refers back to a group")
        default:
            if let set = try classEscape() { return .oneOf(set) }
            return .oneOf(folding(.just(try characterEscape())))
        }
    }

    /// `\d`, `\p{L}`: what stands for several characters.
    private mutating func classEscape() throws(TextPattern.Unreadable) -> ScalarSet? {
        guard let scalar = next else { return nil }
        let set: ScalarSet
        switch scalar {
        case "d", "D": set = .digit
        case "w", "W": set = .word
        case "s", "S": set = .space
        case "p", "P":
            position += 1
            let category = try category()
            return scalar == "p" ? category : category.negated
        default: return nil
        }
        position += 1
        return scalar.properties.isUppercase ? set.negated : set
    }

    private mutating func category() throws(TextPattern.Unreadable) -> ScalarSet {
        var name = ""
        if skip("{") {
            while let scalar = next, scalar != "}" {
                name.unicodeScalars.append(scalar)
                position += 1
            }
            guard skip("}") else { throw unreadable("a `\\p{` is not closed") }
        } else if let scalar = next {
            name.unicodeScalars.append(scalar)
            position += 1
        }
        for prefix in ["General_Category=", "gc="] where name.hasPrefix(prefix) { name.removeFirst(prefix.count) }
        let long = [
            "Letter": "L", "Uppercase_Letter": "Lu", "Lowercase_Letter": "Ll", "Mark": "M", "Number": "N",
            "Decimal_Number": "Nd", "Punctuation": "P", "Symbol": "S", "Separator": "Z", "Other": "C",
            "Alphabetic": "L", "Uppercase": "Lu", "Lowercase": "Ll",
        ]
        if name == "Any" { return ScalarSet(isNegated: true) }
        if name == "ASCII" { return ScalarSet(ranges: [0...0x7F]) }
        let short = long[name] ?? name
        guard let first = short.first, "LMNPSZC".contains(first), short.count <= 2 else {
            throw unreadable("the property `\(name)` is not known")
        }
        return ScalarSet(category: short)
    }

    private mutating func characterEscape() throws(TextPattern.Unreadable) -> Unicode.Scalar {
        guard let scalar = next else { throw unreadable("it ends with a `\\`") }
        position += 1
        switch scalar {
        case "t": return "\t"
        case "n": return "\n"
        case "r": return "\r"
        case "f": return "\u{0C}"
        case "v": return "\u{0B}"
        case "0": return "\u{00}"
        case "c":
            guard let letter = next, letter.isASCII, letter.properties.isAlphabetic else { return "c" }
            position += 1
            return Unicode.Scalar(UInt8(letter.value & 31))
        case "x": return hex(2) ?? "x"
        case "u":
            if next == "{" { return try braced() }
            guard let first = unit(4) else { return "u" }
            guard first & 0xFC00 == 0xD800 else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
            let start = position
            guard skip("\\u"), let second = unit(4), second & 0xFC00 == 0xDC00 else {
                position = start
                return "\u{FFFD}"
            }
            return Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF)) ?? "\u{FFFD}"
        default: return scalar
        }
    }

    private mutating func braced() throws(TextPattern.Unreadable) -> Unicode.Scalar {
        position += 1
        var digits = ""
        while let scalar = next, scalar != "}" {
            digits.unicodeScalars.append(scalar)
            position += 1
        }
        guard skip("}"), let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) else {
            throw unreadable("`\\u{\(digits)}` is no character")
        }
        return scalar
    }

    private mutating func hex(_ count: Int) -> Unicode.Scalar? { unit(count).flatMap(Unicode.Scalar.init) }

    private mutating func unit(_ count: Int) -> UInt32? {
        guard position + count <= source.count else { return nil }
        var digits = ""
        digits.unicodeScalars.append(contentsOf: source[position..<position + count])
        guard digits.allSatisfy(\.isHexDigit), let unit = UInt32(digits, radix: 16) else { return nil }
        position += count
        return unit
    }

    /// What stands between brackets.
    private mutating func characterClass() throws(TextPattern.Unreadable) -> ScalarSet {
        var set = ScalarSet()
        if skip("^") { set.isNegated = true }
        while let scalar = next, scalar != "]" {
            guard let low = try classMember(&set) else { continue }
            let hyphen = position
            guard skip("-"), let after = next, after != "]" else {
                position = hyphen
                set.ranges.append(low.value...low.value)
                continue
            }
            guard let high = try classMember(&set) else {
                // `[\w-\d]`: the hyphen is one.
                set.ranges += [low.value...low.value, 0x2D...0x2D]
                continue
            }
            guard low.value <= high.value else { throw unreadable("the range `\(low)-\(high)` is empty") }
            set.ranges.append(low.value...high.value)
        }
        guard skip("]") else { throw unreadable("a `[` is not closed") }
        return set
    }

    /// One character; nil where it was a class, which is added.
    private mutating func classMember(_ set: inout ScalarSet) throws(TextPattern.Unreadable) -> Unicode.Scalar? {
        guard let scalar = next else { return nil }
        position += 1
        guard scalar == "\\" else { return scalar }
        if next == "b" {
            position += 1
            return "\u{08}"
        }
        if let inner = try classEscape() {
            set.members.append(inner)
            return nil
        }
        return try characterEscape()
    }
}
