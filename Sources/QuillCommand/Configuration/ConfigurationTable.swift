import QuillAPI
import QuillEmitter

/// Every key of `quill.json`. What is added here is checked, read by ``ConfigurationReader``, and in the JSON Schema.
enum ConfigurationTable {
    static let root = ConfigurationShape.object(
        [ConfigurationKey("$schema", .text, "The JSON Schema of this file, for editors.")] + document + [
            ConfigurationKey(
                "documents", .list(.object(document), noun: "an entry of `documents`"),
                "Several documents instead of one; what stands beside it counts for each that does not say otherwise.")
        ])

    private static let document = [
        ConfigurationKey("document", .path, "The OpenAPI document, in YAML or JSON."),
        ConfigurationKey("output", .path, "The folder to write to."),
        ConfigurationKey(
            "name", .moduleName, "What the modules' names begin with. Without it, the document's title decides."),
        ConfigurationKey("templates", .path, "A folder of templates that replace Quill's own of the same name."),
        ConfigurationKey(
            "overlays", .list(.path), "Files of OpenAPI Overlays, applied to the document in their order."),
        ConfigurationKey(
            "patches", .list(.path), "Files of JSON Patches or JSON Merge Patches, applied after the overlays."),
        ConfigurationKey("include", .object(selection), "The operations to generate; without it, all of them."),
        ConfigurationKey("exclude", .object(selection), "The operations to leave out."),
        ConfigurationKey(
            "groups", .map(.text, keys: "how paths begin: `/guilds`"),
            "The groups of operations by their paths, whatever their tags are; the longest beginning counts."),
        ConfigurationKey("references", .object(references), "How far the document's references may lead."),
        ConfigurationKey(
            "layout", .choice(OutputShape.Layout.allCases.map(\.rawValue)),
            "`package`: a package of its own; `module`: files for a target that imports Quill's runtime."),
        ConfigurationKey(
            "access", .choice(AccessLevel.allCases.map(\.rawValue)),
            "Who can use a module's declarations; without it `internal`."),
        ConfigurationKey(
            "parts", .list(.choice(OutputPart.allCases.map(\.rawValue) + ["models"]), noun: "a part"),
            "What a module has beside the models; without it all that makes sense."),
        ConfigurationKey(
            "namespace", .moduleName, "An enumeration around a module's declarations, for several documents in one."),
        ConfigurationKey(
            "usedOnly", .flag,
            "Whether there is only what the target's own sources use: the operations called there and what they need."),
        ConfigurationKey(
            "scopes",
            .map(
                .map(.list(.text), keys: "a scope, or a pattern of scopes with names in braces: `{object}:write`"),
                keys: "the name of a security scheme"),
            "What holding a scope includes, for each security scheme: `{ \"*\": [\"*\"] }`."),
        ConfigurationKey(
            "pagination", .list(.object(paginationRule), noun: "a rule of `pagination`"),
            "How to recognise an answer that is one page of a list; the first rule that fits counts."),
        ConfigurationKey(
            "schemas", .choice(APIOptions.SchemaSelection.allCases.map(\.rawValue)),
            "`used`, also without it: the schemas that operations use; `all`: every component."),
        ConfigurationKey(
            "keepsUnknownMembers", .flag,
            "Whether types keep members that the document does not name, so that writing a value again loses none."),
        ConfigurationKey(
            "exactDates", .flag,
            "Whether a `date-time` becomes an `ExactDate`, which keeps every digit and the offset, instead of a `Date`."
        ),
        ConfigurationKey("names", .object(names), "Names in Swift for what the document names otherwise."),
        ConfigurationKey("diff", .object(diff), "What `quill diff` does with changes of the document."),
    ]

    private static let selection = [
        ConfigurationKey("operations", .list(.text), "By `operationId`, or by method and path: `get /pets`."),
        ConfigurationKey("tags", .list(.text), "By tag."),
        ConfigurationKey("paths", .list(.text), "By path."),
        ConfigurationKey("scopes", .list(.text), "By a scope that the operation asks for."),
    ]

    private static let references = [
        ConfigurationKey("outside", .flag, "Whether to follow them to files outside the document's folder."),
        ConfigurationKey(
            "hosts", .list(.host),
            "The hosts that may be asked for files, as in `api.example.com` or `localhost:8080`."),
    ]

    private static let paginationRule = [
        ConfigurationKey("items", .text, isRequired: true, "The property with a page's items."),
        ConfigurationKey(
            "next", .text, "The property with the address of the next page; without it, pages are counted by offset."),
        ConfigurationKey("offset", .text, "The query parameter that skips items."),
        ConfigurationKey("limit", .text, "The query parameter that sets the size of a page."),
    ]

    private static let diff = [
        ConfigurationKey(
            "ignore", .list(.object(ignoredChange), noun: "an entry of `ignore`"), "Changes that were agreed on.")
    ]

    private static let ignoredChange = [
        ConfigurationKey("rule", .text, isRequired: true, "The rule; `*` stands for any text, here and below."),
        ConfigurationKey("operation", .text, "The operation: `POST /pets/*`, or its `operationId`."),
        ConfigurationKey("at", .text, "The part of the operation and the value in it: `request body*name`."),
        ConfigurationKey("schema", .text, "The named schema that the change stands in."),
        ConfigurationKey("reason", .text, isRequired: true, "Why it is passed over."),
        ConfigurationKey("until", .text, "The last day that the entry counts: `2027-01-31`."),
    ]

    private static let names = [
        ConfigurationKey(
            "operations", .map(.swiftName, keys: "an `operationId`"), "Methods of the client and of the server."),
        ConfigurationKey("schemas", .map(.swiftName, keys: "the name of a schema"), "Types."),
        ConfigurationKey(
            "properties", .map(.swiftName, keys: "a schema and a key: `Dataset.created_at`"), "Properties of types."),
        ConfigurationKey(
            "parameters", .map(.swiftName, keys: "an `operationId` and a parameter: `listDatasets.page_size`"),
            "Arguments of methods."),
        ConfigurationKey(
            "values", .map(.swiftName, keys: "a schema and a value: `Color.#ff0000`"), "Values of enumerations."),
        ConfigurationKey("groups", .map(.swiftName, keys: "a tag"), "Groups of operations."),
    ]
}
