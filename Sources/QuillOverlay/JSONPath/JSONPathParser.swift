/// Reads the grammar of RFC 9535, §2 and appendix A, with its rules about types (§2.4.3).
struct JSONPathParser {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var depth = 0
    /// How deep filters and parentheses may be nested: each level is a level of the stack.
    private static let depthLimit = 32
    /// RFC 9535 §2.1: whole numbers that every JSON reader keeps exactly.
    private static let integers = -9_007_199_254_740_991...9_007_199_254_740_991

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    /// `$` and what follows it to the end.
    mutating func query() throws(JSONPathError) -> [JSONPath.Segment] {
        guard take("$") else { throw fault("a query begins with `$`") }
        let segments = try segments()
        guard position == scalars.count else { throw fault("found \(found), expected `.` or `[`") }
        return segments
    }

    // MARK: Segments

    private mutating func segments() throws(JSONPathError) -> [JSONPath.Segment] {
        var segments: [JSONPath.Segment] = []
        while true {
            let start = position
            skipBlanks()
            if peek == "[" {
                segments.append(.init(isDescendant: false, selectors: try brackets()))
            } else if take("..") {
                segments.append(.init(isDescendant: true, selectors: try peek == "[" ? brackets() : [shorthand()]))
            } else if take(".") {
                segments.append(.init(isDescendant: false, selectors: [try shorthand()]))
            } else {
                position = start
                return segments
            }
        }
    }

    /// `name` or `*`, behind a point.
    private mutating func shorthand() throws(JSONPathError) -> JSONPath.Selector {
        if take("*") { return .wildcard }
        var name = ""
        while let scalar = peek, Self.isNamePart(scalar, isFirst: name.isEmpty) {
            name.unicodeScalars.append(scalar)
            position += 1
        }
        guard !name.isEmpty else { throw fault("found \(found), expected a name or `*`") }
        return .name(name)
    }

    private static func isNamePart(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "_": true
        case "0"..."9": !isFirst
        default: scalar.value >= 0x80
        }
    }

    private mutating func brackets() throws(JSONPathError) -> [JSONPath.Selector] {
        guard take("[") else { throw fault("found \(found), expected `[`") }
        var selectors: [JSONPath.Selector] = []
        repeat {
            skipBlanks()
            selectors.append(try selector())
            skipBlanks()
        } while take(",")
        guard take("]") else { throw fault("found \(found), expected `,` or `]`") }
        return selectors
    }

    private mutating func selector() throws(JSONPathError) -> JSONPath.Selector {
        if take("*") { return .wildcard }
        if take("?") {
            skipBlanks()
            return .filter(try condition())
        }
        if peek == "'" || peek == "\"" { return .name(try string()) }
        let start = try integer()
        let afterStart = position
        skipBlanks()
        guard take(":") else {
            position = afterStart
            guard let start else { throw fault("found \(found), expected a name, a number, `*`, `?` or `:`") }
            return .index(start)
        }
        skipBlanks()
        let end = try integer()
        let afterEnd = position
        skipBlanks()
        guard take(":") else {
            position = afterEnd
            return .slice(start: start, end: end, step: 1)
        }
        let afterColon = position
        skipBlanks()
        let step = try integer()
        if step == nil { position = afterColon }
        return .slice(start: start, end: end, step: step ?? 1)
    }

    /// A whole number; nil where none begins here.
    private mutating func integer() throws(JSONPathError) -> Int? {
        let start = position
        var text = take("-") ? "-" : ""
        while let scalar = peek, ("0"..."9").contains(scalar) {
            text.unicodeScalars.append(scalar)
            position += 1
        }
        guard !text.isEmpty else { return nil }
        let digits = text.drop { $0 == "-" }
        guard let number = Int(text), Self.integers.contains(number), text != "-0",
            digits.count == 1 || digits.first != "0"
        else {
            position = start
            throw fault("`\(text)` is no whole number of JSON within ±2^53")
        }
        return number
    }

    /// A text in single or double quotation marks (RFC 9535 §2.3.1.1).
    private mutating func string() throws(JSONPathError) -> String {
        let start = position
        guard let quote = peek else { throw fault("expected a text in quotation marks") }
        position += 1
        var text = String.UnicodeScalarView()
        while let scalar = peek {
            position += 1
            if scalar == quote { return String(text) }
            guard scalar.value >= 0x20 else {
                position -= 1
                throw fault("a control character stands in a text; write it as an escape")
            }
            guard scalar == "\\" else {
                text.append(scalar)
                continue
            }
            guard let escaped = peek else { break }
            position += 1
            switch escaped {
            case "b": text.append("\u{8}")
            case "t": text.append("\t")
            case "n": text.append("\n")
            case "f": text.append("\u{C}")
            case "r": text.append("\r")
            case "/", "\\", quote: text.append(escaped)
            case "u": text.append(try unicodeEscape())
            default:
                position -= 1
                throw fault("`\\\(escaped)` is no escape")
            }
        }
        position = start
        throw fault("the quotation mark is not closed")
    }

    private mutating func unicodeEscape() throws(JSONPathError) -> Unicode.Scalar {
        let first = try fourDigits()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, take("\\u") else { throw fault("an escape is half of a character") }
        let second = try fourDigits()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw fault("an escape is half of a character") }
        return scalar
    }

    private mutating func fourDigits() throws(JSONPathError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let scalar = peek, scalar.isASCII, let digit = Character(scalar).hexDigitValue else {
                throw fault("`\\u` needs four hexadecimal digits")
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }

    // MARK: Filters

    private mutating func condition() throws(JSONPathError) -> JSONPath.Condition {
        guard depth < Self.depthLimit else { throw fault("filters are nested more than \(Self.depthLimit) deep") }
        depth += 1
        defer { depth -= 1 }
        var alternatives = [try conjunction()]
        while takeBehindBlanks("||") { alternatives.append(try conjunction()) }
        return alternatives.count == 1 ? alternatives[0] : .or(alternatives)
    }

    private mutating func conjunction() throws(JSONPathError) -> JSONPath.Condition {
        skipBlanks()
        var parts = [try basic()]
        while takeBehindBlanks("&&") {
            skipBlanks()
            parts.append(try basic())
        }
        return parts.count == 1 ? parts[0] : .and(parts)
    }

    private mutating func basic() throws(JSONPathError) -> JSONPath.Condition {
        if take("!") {
            skipBlanks()
            return .not(try peek == "(" ? parenthesized() : test())
        }
        if peek == "(" { return try parenthesized() }
        if peek == "@" || peek == "$" {
            let query = try innerQuery()
            guard let comparison = comparison() else { return .exists(query) }
            return .comparison(.query(try singular(query)), comparison, try operand())
        }
        if let function = try function() {
            guard let comparison = comparison() else {
                guard !function.isValue else { throw fault("the function gives a value, which has to be compared") }
                return .function(function)
            }
            guard function.isValue else { throw fault("the function gives a truth, which cannot be compared") }
            return .comparison(.function(function), comparison, try operand())
        }
        let left = try operand()
        guard let comparison = comparison() else { throw fault("found \(found), expected a comparison") }
        return .comparison(left, comparison, try operand())
    }

    private mutating func test() throws(JSONPathError) -> JSONPath.Condition {
        if peek == "@" || peek == "$" { return .exists(try innerQuery()) }
        guard let function = try function() else { throw fault("found \(found), expected a query or a function") }
        guard !function.isValue else { throw fault("the function gives a value, which has to be compared") }
        return .function(function)
    }

    private mutating func parenthesized() throws(JSONPathError) -> JSONPath.Condition {
        position += 1
        skipBlanks()
        let inner = try condition()
        skipBlanks()
        guard take(")") else { throw fault("found \(found), expected `)`") }
        return inner
    }

    private mutating func innerQuery() throws(JSONPathError) -> JSONPath.Query {
        let isFromRoot = peek == "$"
        position += 1
        return JSONPath.Query(isFromRoot: isFromRoot, segments: try segments())
    }

    private func singular(_ query: JSONPath.Query) throws(JSONPathError) -> JSONPath.Query {
        guard query.isSingular else { throw fault("a query that can find several nodes cannot be compared") }
        return query
    }

    private mutating func comparison() -> JSONPath.Comparison? {
        let start = position
        skipBlanks()
        for comparison: JSONPath.Comparison in [.equal, .notEqual, .lessOrEqual, .greaterOrEqual, .less, .greater]
        where take(comparison.rawValue) {
            skipBlanks()
            return comparison
        }
        position = start
        return nil
    }

    private mutating func operand() throws(JSONPathError) -> JSONPath.Operand {
        if peek == "@" || peek == "$" { return .query(try singular(try innerQuery())) }
        if peek == "'" || peek == "\"" { return .literal(.string(try string())) }
        if let number = try number() { return .literal(.number(number)) }
        for (word, literal) in [("true", JSONPath.Literal.bool(true)), ("false", .bool(false)), ("null", .null)]
        where take(word) {
            return .literal(literal)
        }
        guard let function = try function() else { throw fault("found \(found), expected a value") }
        guard function.isValue else { throw fault("the function gives a truth, where a value is expected") }
        return .function(function)
    }

    /// A number as JSON writes it, `-0` included.
    private mutating func number() throws(JSONPathError) -> Double? {
        let start = position
        var text = take("-") ? "-" : ""
        func digits(_ text: inout String) -> Int {
            var count = 0
            while let scalar = peek, ("0"..."9").contains(scalar) {
                text.unicodeScalars.append(scalar)
                position += 1
                count += 1
            }
            return count
        }
        let whole = digits(&text)
        guard whole > 0 else {
            position = start
            return nil
        }
        var isWellFormed = whole == 1 || text.drop { $0 == "-" }.first != "0"
        if take(".") {
            text += "."
            isWellFormed = digits(&text) > 0 && isWellFormed
        }
        if take("e") || take("E") {
            text += "e"
            if take("-") { text += "-" } else if take("+") { text += "+" }
            isWellFormed = digits(&text) > 0 && isWellFormed
        }
        guard isWellFormed, let number = Double(text) else {
            position = start
            throw fault("`\(text)` is no number of JSON")
        }
        return number
    }

    /// A call of one of the five functions; nil where no name stands here.
    private mutating func function() throws(JSONPathError) -> JSONPath.Function? {
        let start = position
        var name = ""
        while let scalar = peek,
            ("a"..."z").contains(scalar) || (!name.isEmpty && (scalar == "_" || ("0"..."9").contains(scalar)))
        {
            name.unicodeScalars.append(scalar)
            position += 1
        }
        guard !name.isEmpty else { return nil }
        guard take("(") else {
            position = start
            return nil
        }
        guard depth < Self.depthLimit else { throw fault("functions are nested more than \(Self.depthLimit) deep") }
        depth += 1
        defer { depth -= 1 }
        skipBlanks()
        let function: JSONPath.Function
        switch name {
        case "length": function = .length(try operand())
        case "count": function = .count(try anyQuery())
        case "value": function = .value(try anyQuery())
        case "match", "search":
            let text = try operand()
            skipBlanks()
            guard take(",") else { throw fault("`\(name)` takes a text and a pattern") }
            skipBlanks()
            function = .match(text, try operand(), isWhole: name == "match")
        default:
            position = start
            throw fault("there is no function `\(name)`: the functions are length, count, match, search and value")
        }
        skipBlanks()
        guard take(")") else { throw fault("found \(found), expected `)`") }
        return function
    }

    private mutating func anyQuery() throws(JSONPathError) -> JSONPath.Query {
        guard peek == "@" || peek == "$" else { throw fault("found \(found), expected a query") }
        return try innerQuery()
    }

    // MARK: Characters

    private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func take(_ word: String) -> Bool {
        let expected = word.unicodeScalars
        guard scalars.count - position >= expected.count, scalars[position...].starts(with: expected) else {
            return false
        }
        position += expected.count
        return true
    }

    private mutating func takeBehindBlanks(_ word: String) -> Bool {
        let start = position
        skipBlanks()
        if take(word) { return true }
        position = start
        return false
    }

    private mutating func skipBlanks() {
        while let scalar = peek, scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" { position += 1 }
    }

    private var found: String { peek.map { "`\($0)`" } ?? "the end" }

    private func fault(_ message: String) -> JSONPathError { JSONPathError(description: message, offset: position) }
}
