/// What a value has to meet beyond being of its type, stated as a JSON Schema (2020-12):
///
///     private static let rule = JSONRule(#"{"properties": {"name": {"minLength": 1, "maxLength": 400}}}"#)
///
/// Every keyword that asserts or applies is known; formats and content are remarks. References lead into the rule's own
/// `$defs`. A validating reader holds values to rules, any other does not.
public nonisolated struct JSONRule: Sendable {
    /// The schemas of the rule, the whole first; they refer to each other by position.
    let schemas: [[Check]]
    private let text: String

    /// - Parameters:
    ///   - schema: the text of the schema. What is no JSON allows everything.
    ///   - matcher: what reads the expressions of `pattern` and `patternProperties`; without it they allow everything.
    public init(_ schema: String, matching matcher: (any TextMatcher.Type)? = nil) {
        text = schema
        var compiler = RuleCompiler(root: (try? JSONValue(json: schema)) ?? .bool(true), matcher: matcher)
        compiler.compile()
        schemas = compiler.schemas
    }

    /// One keyword. Where it speaks of schemas, by their positions.
    nonisolated enum Check: Sendable {
        /// The schema `false`.
        case never
        case types([String])
        /// `enum` and `const`.
        case values([JSONValue])
        case minimum(Bound, isExclusive: Bool)
        case maximum(Bound, isExclusive: Bool)
        case multiple(Bound)
        case length(from: Int?, upTo: Int?)
        case pattern(any TextMatcher, source: String)
        case items(first: [Int], others: Int?)
        case itemCount(from: Int?, upTo: Int?)
        case uniqueItems
        case contains(Int, from: Int, upTo: Int?)
        case members([String: Int], patterns: [(any TextMatcher, Int)], others: Int?)
        case memberCount(from: Int?, upTo: Int?)
        case names(Int)
        case required([String])
        case dependents(of: String, required: [String], schema: Int?)
        case all([Int])
        case any([Int])
        case one([Int])
        case not(Int)
        case conditional(Int, then: Int?, otherwise: Int?)
        case unevaluatedItems(Int)
        case unevaluatedMembers(Int)
    }

    /// A limit and its digits.
    nonisolated struct Bound: Sendable {
        let number: DecimalNumber
        let text: String
    }
}

nonisolated extension JSONRule: Hashable {
    /// Whether both say the same in the same words.
    public static func == (left: Self, right: Self) -> Bool { left.text == right.text }
    public func hash(into hasher: inout Hasher) { text.hash(into: &hasher) }
}

nonisolated extension JSONRule: ValueRule {
    public func check(_ value: JSONReader) { value.check(self) }
}

nonisolated extension JSONReader {
    /// Holds this value to a rule when validating: what breaks it is noted, at its place.
    public func check(_ rule: @autoclosure () -> JSONRule) {
        guard isValidating, document.texts == .none, !hasIssue else { return }
        let rule = rule()
        var reading = RuleReading(rule: rule, document: document)
        _ = reading.holds(0, at: place)
    }
}

/// Turns the text of a rule into checks.
nonisolated struct RuleCompiler {
    private let root: JSONValue
    private let matcher: (any TextMatcher.Type)?
    private(set) var schemas: [[JSONRule.Check]] = []
    private var waiting: [(position: Int, schema: JSONValue)] = []
    private var references: [String: Int] = [:]

    init(root: JSONValue, matcher: (any TextMatcher.Type)?) {
        self.root = root
        self.matcher = matcher
    }

    mutating func compile() {
        references["#"] = reserve(root)
        while let (position, schema) = waiting.popLast() { schemas[position] = checks(schema) }
    }

    private mutating func reserve(_ schema: JSONValue) -> Int {
        schemas.append([])
        waiting.append((schemas.count - 1, schema))
        return schemas.count - 1
    }

    private mutating func reference(_ text: String) -> Int? {
        if let known = references[text] { return known }
        guard text.hasPrefix("#/") else { return nil }
        var target = root
        for part in text.dropFirst(2).split(separator: "/", omittingEmptySubsequences: false) {
            let name = String(part.replacing("~1", with: "/").replacing("~0", with: "~"))
            guard let next = target[name] else { return nil }
            target = next
        }
        let position = reserve(target)
        references[text] = position
        return position
    }

    private func pattern(_ source: String) -> (any TextMatcher)? {
        guard let matcher else { return nil }
        return try? matcher.init(source)
    }

    private mutating func checks(_ schema: JSONValue) -> [JSONRule.Check] {
        if schema.bool == false { return [.never] }
        guard let keywords = schema.object else { return [] }
        func texts(_ name: String) -> [String] { keywords[name]?.array?.compactMap(\.string) ?? [] }
        func count(_ name: String) -> Int? { keywords[name]?.integer.map(Int.init(clamping:)) }
        func bound(_ name: String) -> JSONRule.Bound? {
            guard let value = keywords[name], value.double != nil else { return nil }
            let text = value.jsonText()
            return JSONRule.Bound(number: DecimalNumber(text.utf8), text: text)
        }
        func counts(_ least: String, _ most: String) -> (Int?, Int?)? {
            let found = (count(least), count(most))
            return found.0 == nil && found.1 == nil ? nil : found
        }
        var checks: [JSONRule.Check] = []
        if let type = keywords["type"]?.string { checks.append(.types([type])) }
        if keywords["type"]?.array != nil { checks.append(.types(texts("type"))) }
        if let values = keywords["enum"]?.array { checks.append(.values(values)) }
        if let value = keywords["const"] { checks.append(.values([value])) }
        if let bound = bound("minimum") { checks.append(.minimum(bound, isExclusive: false)) }
        if let bound = bound("exclusiveMinimum") { checks.append(.minimum(bound, isExclusive: true)) }
        if let bound = bound("maximum") { checks.append(.maximum(bound, isExclusive: false)) }
        if let bound = bound("exclusiveMaximum") { checks.append(.maximum(bound, isExclusive: true)) }
        if let bound = bound("multipleOf") { checks.append(.multiple(bound)) }
        if let (least, most) = counts("minLength", "maxLength") { checks.append(.length(from: least, upTo: most)) }
        if let source = keywords["pattern"]?.string, let pattern = pattern(source) {
            checks.append(.pattern(pattern, source: source))
        }
        checks += arrayChecks(
            keywords, counts("minItems", "maxItems"), (count("minContains") ?? 1, count("maxContains")))
        checks += objectChecks(keywords, counts("minProperties", "maxProperties"), required: texts("required"))
        checks += compositionChecks(keywords)
        if let other = keywords["unevaluatedItems"] { checks.append(.unevaluatedItems(reserve(other))) }
        if let other = keywords["unevaluatedProperties"] { checks.append(.unevaluatedMembers(reserve(other))) }
        return checks
    }

    private mutating func arrayChecks(
        _ keywords: [String: JSONValue], _ counts: (Int?, Int?)?, _ contained: (Int, Int?)
    ) -> [JSONRule.Check] {
        var checks: [JSONRule.Check] = []
        if let (least, most) = counts { checks.append(.itemCount(from: least, upTo: most)) }
        let first = (keywords["prefixItems"]?.array ?? []).map { reserve($0) }
        let others = keywords["items"].map { reserve($0) }
        if !first.isEmpty || others != nil { checks.append(.items(first: first, others: others)) }
        if keywords["uniqueItems"]?.bool == true { checks.append(.uniqueItems) }
        if let item = keywords["contains"] {
            checks.append(.contains(reserve(item), from: contained.0, upTo: contained.1))
        }
        return checks
    }

    private mutating func objectChecks(
        _ keywords: [String: JSONValue], _ counts: (Int?, Int?)?, required: [String]
    ) -> [JSONRule.Check] {
        var checks: [JSONRule.Check] = []
        if let (least, most) = counts { checks.append(.memberCount(from: least, upTo: most)) }
        if !required.isEmpty { checks.append(.required(required)) }
        var patterns: [(any TextMatcher, Int)] = []
        for (source, schema) in (keywords["patternProperties"]?.object ?? [:]).sorted(by: { $0.key < $1.key }) {
            if let pattern = pattern(source) { patterns.append((pattern, reserve(schema))) }
        }
        let members = (keywords["properties"]?.object ?? [:]).mapValues { reserve($0) }
        let others = keywords["additionalProperties"].map { reserve($0) }
        if !members.isEmpty || !patterns.isEmpty || others != nil {
            checks.append(.members(members, patterns: patterns, others: others))
        }
        if let name = keywords["propertyNames"] { checks.append(.names(reserve(name))) }
        for (name, names) in (keywords["dependentRequired"]?.object ?? [:]).sorted(by: { $0.key < $1.key }) {
            let required = names.array?.compactMap(\.string) ?? []
            checks.append(.dependents(of: name, required: required, schema: nil))
        }
        for (name, schema) in (keywords["dependentSchemas"]?.object ?? [:]).sorted(by: { $0.key < $1.key }) {
            checks.append(.dependents(of: name, required: [], schema: reserve(schema)))
        }
        return checks
    }

    private mutating func compositionChecks(_ keywords: [String: JSONValue]) -> [JSONRule.Check] {
        var checks: [JSONRule.Check] = []
        if let target = keywords["$ref"]?.string, let position = reference(target) { checks.append(.all([position])) }
        for (keyword, check) in [
            ("allOf", JSONRule.Check.all), ("anyOf", JSONRule.Check.any), ("oneOf", JSONRule.Check.one),
        ] {
            if let schemas = keywords[keyword]?.array { checks.append(check(schemas.map { reserve($0) })) }
        }
        if let schema = keywords["not"] { checks.append(.not(reserve(schema))) }
        if let condition = keywords["if"] {
            let (then, otherwise) = (keywords["then"].map { reserve($0) }, keywords["else"].map { reserve($0) })
            checks.append(.conditional(reserve(condition), then: then, otherwise: otherwise))
        }
        return checks
    }
}
