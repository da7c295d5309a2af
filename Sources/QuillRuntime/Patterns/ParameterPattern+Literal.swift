nonisolated extension ParameterPattern: ExpressibleByStringLiteral {
    /// An expression of ECMA 262.
    public init(stringLiteral text: StaticString) { self.init(text: text, matcher: TextPattern.self) }
}
