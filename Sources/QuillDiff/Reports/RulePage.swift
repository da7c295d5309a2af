/// The page of the documentation that lists every rule.
public enum RulePage {
    public static var text: String {
        var output = """
            # Rules of `quill diff`

            Printed by `quill diff --rules`; do not edit. Each change has a rule, and each rule says how much it matters
            to those who call the API and to those who serve it: `breaking`, `warning` (possibly breaking) or `info`.
            In webhooks and callbacks the service sends the request, so there both sides are exchanged. Operations whose
            old `x-stability-level` is `draft` or `alpha` are judged `info`, their security aside.

            """
        for concern in Concern.allCases {
            let rules = RuleRegistry.otherRules.filter { $0.concern == concern }
            guard !rules.isEmpty else { continue }
            output += "\n## \(title(concern))\n\n| rule | what happened | callers | implementers | why |\n"
            output += "| --- | --- | --- | --- | --- |\n"
            for rule in rules {
                output +=
                    "| `\(rule.id)` | \(rule.summary) | \(rule.impact.callers.rawValue) | "
                    + "\(rule.impact.implementers.rawValue) | \(rule.reason) |\n"
            }
        }
        return output + schemas
    }

    private static var schemas: String {
        var output = """

            ## Schemas

            These rules exist once for each place that a schema can stand in. The id begins with the place and a dash:

            | place | who sends the value |
            | --- | --- |

            """
        for place in SchemaPlace.allCases {
            let sender =
                place.isHidden ? "nobody: all of these are `info`" : place.isRequest ? "callers" : "the service"
            output += "| `\(place.prefix)` | \(sender) |\n"
        }
        output += """

            Rules with a star are about a property as such: `*-added` is `new-required-request-property`,
            `request-parameter-required-property-added`, `response-required-property-added` and so on, with `optional`
            where the property is; other stars likewise. Severities are those for callers / implementers.

            | rule | what happened | sent by callers | sent by the service | effect | where it is specified |
            | --- | --- | --- | --- | --- | --- |

            """
        for rule in RuleRegistry.schemaRules {
            output +=
                "| `\(name(rule))` | \(rule.summary)\(need(rule)) | \(pair(rule.sentByCallers)) | "
                + "\(pair(rule.sentByService)) | \(rule.effect.rawValue) | \(rule.source) |\n"
        }
        return output
    }

    private static func name(_ rule: SchemaRule) -> String {
        if case .property = rule.subject { "*-\(rule.suffix)" } else { rule.suffix }
    }

    private static func need(_ rule: SchemaRule) -> String {
        guard case .property(let isRequired) = rule.subject, rule.suffix.hasPrefix("became") else { return "" }
        return isRequired ? " (required)" : " (optional)"
    }

    private static func pair(_ impact: Impact) -> String {
        "\(impact.callers.rawValue) / \(impact.implementers.rawValue)"
    }

    private static func title(_ concern: Concern) -> String {
        switch concern {
        case .security: "Security and scopes"
        case .operations: "Operations"
        case .parameters: "Parameters"
        case .requestBodies: "Request bodies"
        case .responses: "Responses"
        case .schemas: "Schemas"
        case .servers: "Servers"
        case .webhooks: "Webhooks and callbacks"
        case .components: "Components"
        case .lifecycle: "Deprecation and stability"
        case .documentation: "Documentation"
        }
    }
}
