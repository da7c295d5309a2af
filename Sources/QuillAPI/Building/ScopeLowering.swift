import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// Gathers the security schemes and every scope that the document or its configuration names.
struct ScopeLowering {
    let document: OpenAPI.Document
    let rules: [ScopeRule]

    func lowered(_ faults: inout Faults) -> (schemes: [SecurityScheme], scopes: [Scope]) {
        let schemes = document.components.securitySchemes.map { entry in
            SecurityScheme(name: entry.key, kind: kind(entry.value.kind), description: entry.value.description)
        }
        for rule in rules where !schemes.contains(where: { $0.name == rule.scheme }) {
            faults.error(
                "unknown-scheme", "the configuration's scopes are of `\(rule.scheme)`, a security scheme the document lacks",
                at: document.components.location ?? document.location)
        }
        return (schemes, document.components.securitySchemes.flatMap { scopes(of: $0.key, $0.value) })
    }

    private func kind(_ kind: OpenAPI.SecurityScheme.Kind) -> SecurityScheme.Kind {
        switch kind {
        case .http(let scheme, _):
            switch scheme.lowercased() {
            case "bearer": .bearer
            case "basic": .basic
            default: .http(scheme)
            }
        case .apiKey(let place, let name): .apiKey(place: Parameter.Location(place), name: name)
        case .oauth2: .oauth2
        case .openIDConnect: .openIDConnect
        case .mutualTLS: .mutualTLS
        }
    }

    private func scopes(of scheme: String, _ declaration: OpenAPI.SecurityScheme) -> [Scope] {
        var meanings: [(name: String, meaning: String?)] = []
        func note(_ name: String, _ meaning: String?) {
            guard !meanings.contains(where: { $0.name == name }) else { return }
            meanings.append((name, meaning))
        }
        if case .oauth2(let flows) = declaration.kind {
            for scope in flows.flatMap(\.scopes) { note(scope.key, scope.value) }
        }
        for member in declaration.extensions.first(where: { $0.key == "x-scopes" })?.value.object ?? NodeObject([]) {
            note(member.key, member.value.string)
        }
        for path in document.paths {
            for operation in path.value.operations {
                for part in (document.security(of: operation) ?? []).flatMap(\.schemes) where part.name == scheme {
                    for scope in part.scopes { note(scope.name, nil) }
                }
            }
        }
        let rules = rules.filter { $0.scheme == scheme }
        for rule in rules where !rule.scope.contains("{") { note(rule.scope, nil) }
        let names = meanings.map(\.name)
        return meanings.map { name, meaning in
            Scope(scheme: scheme, name: name, meaning: meaning, includes: included(by: name, of: names, rules))
        }
    }

    /// Everything that holding a scope includes, itself left out.
    private func included(by scope: String, of names: [String], _ rules: [ScopeRule]) -> [String] {
        var found: Set<String> = [scope]
        var waiting = [scope]
        while let current = waiting.popLast() {
            for rule in rules {
                guard let bindings = ScopePattern(rule.scope).match(current) else { continue }
                for pattern in rule.includes {
                    for name in names
                    where pattern == "*" || ScopePattern(pattern).match(name, bindings) != nil {
                        if found.insert(name).inserted { waiting.append(name) }
                    }
                }
            }
        }
        return names.filter { $0 != scope && found.contains($0) }
    }
}

/// A scope with names in braces for its variable parts.
struct ScopePattern {
    private let parts: [Part]

    private enum Part {
        case text(String)
        case variable(String)
    }

    init(_ text: String) {
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

    /// What the variables stand for in a scope of this pattern; nil where it is not of this pattern.
    func match(_ scope: String, _ known: [String: String] = [:]) -> [String: String]? {
        var bindings = known
        var rest = scope[...]
        for (index, part) in parts.enumerated() {
            switch part {
            case .text(let text):
                guard rest.hasPrefix(text) else { return nil }
                rest = rest.dropFirst(text.count)
            case .variable(let name):
                var value = rest.prefix { $0 != ":" }
                if index + 1 < parts.count, case .text(let next) = parts[index + 1], let first = next.first {
                    value = rest.prefix { $0 != first }
                }
                guard !value.isEmpty, bindings[name] == nil || bindings[name] == String(value) else { return nil }
                bindings[name] = String(value)
                rest = rest[value.endIndex...]
            }
        }
        return rest.isEmpty ? bindings : nil
    }
}
