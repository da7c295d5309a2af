/// Every rule there is.
public enum RuleRegistry {
    /// The rules for schemas, each of which stands for one in every place.
    public static let schemaRules: [SchemaRule] =
        SchemaRule.Types.all + SchemaRule.Values.all + SchemaRule.Numbers.all + SchemaRule.Strings.all
        + SchemaRule.Arrays.all + SchemaRule.Objects.all + SchemaRule.Properties.all + SchemaRule.Unions.all
        + SchemaRule.Conditions.all + SchemaRule.Announcements.all + SchemaRule.Remarks.all

    /// The rules for everything else.
    public static let otherRules: [Rule] =
        Rule.Security.all + Rule.Operations.all + Rule.Parameters.all + Rule.RequestBodies.all + Rule.Responses.all
        + Rule.Servers.all + Rule.Components.all + Rule.Information.all

    /// All rules, those for schemas once for each place.
    public static let rules: [Rule] =
        otherRules + schemaRules.flatMap { rule in rule.places.map { rule.rule(in: $0) } }
}
