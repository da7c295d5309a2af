/// A scope with names in braces for its variable parts: `{object}:write`.
///
/// A variable stands for any text without a colon, and wherever it stands for the same.
package struct ScopePattern {
    private let parts: [Part]

    private enum Part {
        case text(String)
        case variable(String)
    }

    package init(_ text: String) {
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
            parts.append(.variable(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        self.parts = parts
    }

    /// Whether matching could take long or go deep; no scope of any service needs as much.
    var isTooLong: Bool { parts.count > 16 }

    /// What the variables stand for in a scope of this pattern; nil where it is not of this pattern.
    package func match(_ scope: String, _ known: [String: String] = [:]) -> [String: String]? {
        match(scope[...], from: 0, known)
    }

    /// Tries the longest text for each variable first. As deep as the pattern has parts.
    private func match(_ scope: Substring, from index: Int, _ bindings: [String: String]) -> [String: String]? {
        guard index < parts.count else { return scope.isEmpty ? bindings : nil }
        switch parts[index] {
        case .text(let text):
            return scope.hasPrefix(text) ? match(scope.dropFirst(text.count), from: index + 1, bindings) : nil
        case .variable(let name):
            if let value = bindings[name] {
                return scope.hasPrefix(value) ? match(scope.dropFirst(value.count), from: index + 1, bindings) : nil
            }
            var value = scope.prefix { $0 != ":" }
            while !value.isEmpty {
                var bindings = bindings
                bindings[name] = String(value)
                if let found = match(scope[value.endIndex...], from: index + 1, bindings) { return found }
                value = value.dropLast()
            }
            return nil
        }
    }
}
