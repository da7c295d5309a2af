import QuillAPI
import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// A first configuration for a document: what can be seen in it, with remarks.
struct Proposal {
    private let api: API
    private let document: FilePath
    private let groupRules: [GroupRule]
    private let operationNames: [(operation: String, name: String)]

    init(
        _ api: API, document: FilePath, groups: [GroupRule], names: [(operation: String, name: String)]
    ) {
        self.api = api
        self.document = document
        groupRules = groups
        operationNames = names
    }

    /// The text of `quill.json`.
    var text: String {
        let name = SwiftName.module(ofTitle: api.title) ?? "API"
        var members: [(String, Node?)] = [
            ("//", .text("Keys that begin with // are remarks. `quill schema` prints every key that there is.")),
            ("document", .text(document.isRemote ? document.text : document.name)),
        ]
        if let host = document.host {
            members.append(("references", .object(["hosts": .texts([host])])))
        }
        members += [
            (
                "// output",
                .text("The folder of the Swift package; `\"layout\": \"module\"` writes files for your own.")
            ),
            ("output", .text(name)),
            ("// name", .text("\(name)Models, \(name)Client and \(name)Server are the modules.")),
            ("name", .text(name)),
        ]
        members += scopes + pagination + dates + groups + names
        return Node.object(members: members).jsonText(pretty: true) + "\n"
    }

    // MARK: Scopes

    /// Rules that the names of scopes suggest.
    private var scopes: [(String, Node?)] {
        guard !api.scopes.isEmpty else { return [] }
        var schemes: [(String, Node?)] = []
        for scheme in api.schemes {
            let names = Set(api.scopes.filter { $0.scheme == scheme.name }.map(\.name))
            var rules: [(String, Node?)] = names.contains("*") ? [("*", .texts(["*"]))] : []
            for (strong, weak) in [("write", "read"), ("admin", "write")] {
                let pairs = names.count { name in
                    name.hasSuffix(":" + strong) && names.contains(name.dropLast(strong.count) + weak)
                }
                if pairs > 0 { rules.append(("{object}:\(strong)", .texts(["{object}:\(weak)"]))) }
            }
            if !rules.isEmpty { schemes.append((scheme.name, .object(members: rules))) }
        }
        guard !schemes.isEmpty else { return [] }
        return [
            ("// scopes", .text("A guess from the names: what holding a scope includes. Remove what is not so.")),
            ("scopes", .object(members: schemes)),
        ]
    }

    // MARK: Pages

    /// Rules that answers with a list and a way to more of it suggest.
    private var pagination: [(String, Node?)] {
        var rules: [[String: String]] = []
        for endpoint in api.endpoints where endpoint.method == "GET" {
            guard let rule = pageRule(endpoint), !rules.contains(rule) else { continue }
            rules.append(rule)
        }
        guard !rules.isEmpty else { return [] }
        let nodes = rules.map { rule in
            Node.object([
                "items": rule["items"].map(Node.text), "next": rule["next"].map(Node.text),
                "offset": rule["offset"].map(Node.text), "limit": rule["limit"].map(Node.text),
            ])
        }
        return [
            ("// pagination", .text("A guess: answers that are pages of a list. Remove what is not so.")),
            ("pagination", .list(nodes)),
        ]
    }

    private func pageRule(_ endpoint: Endpoint) -> [String: String]? {
        guard case .schema(let id) = endpoint.responses.first(where: \.status.isSuccess)?.content?.type.kind,
            case .object(let object) = api.schema(id)?.shape
        else { return nil }
        let lists = object.properties.filter { if case .array = $0.type.kind { true } else { false } }
        guard let items = lists.first, lists.count == 1 else { return nil }
        var rule = ["items": items.key]
        let parameters = Set(endpoint.parameters.filter { $0.place == .query }.map(\.name))
        rule["offset"] = ["offset", "skip"].first(where: parameters.contains)
        rule["limit"] = ["limit", "take", "page_size"].first(where: parameters.contains)
        let next = object.properties.first { property in
            guard property.key == "next", case .string = property.type.kind else { return false }
            return true
        }
        rule["next"] = next?.key
        // A rule takes a link to the next page, or an offset to count by.
        return rule["next"] != nil || rule["offset"] != nil ? rule : nil
    }

    // MARK: Dates

    /// Whether points in time are kept as they are written, where examples say that it matters.
    private var dates: [(String, Node?)] {
        guard let (text, loss) = DateExamples.first(in: api) else { return [] }
        let lost =
            switch loss {
            case .offset: "an offset, which a Date does not keep"
            case .digits: "more digits than a Date keeps"
            }
        return [
            (
                "// exactDates",
                .text("A guess: the example \(text) has \(lost). An ExactDate is the text as it came, and its Date.")
            ),
            ("exactDates", .flag(true)),
        ]
    }

    // MARK: Names

    /// Groups, where the document has none that are of use.
    private var groups: [(String, Node?)] {
        guard !groupRules.isEmpty else { return [] }
        return [
            ("// groups", .text("A guess from the paths, since tags say nothing: each and those below it in a group.")),
            (
                "groups",
                .object(members: groupRules.map { ($0.path, .text($0.group.joined(separator: "/"))) })
            ),
        ]
    }

    /// Shorter names, and places for more.
    private var names: [(String, Node?)] {
        let remark =
            operationNames.isEmpty
            ? "Names in Swift, by the document's: operations, schemas and more."
            : "Names in Swift, by the document's. Those of operations leave out what their group says."
        return [
            ("// names", .text(remark)),
            (
                "names",
                .object(members: [
                    ("operations", .object(members: operationNames.map { ($0.operation, .text($0.name)) })),
                    ("schemas", .object([:])),
                ])
            ),
        ]
    }
}

extension FilePath {
    /// The host that a URL asks.
    fileprivate var host: String? { RemoteHost(of: text).map(\.description) }
}
