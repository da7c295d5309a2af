import Foundation
import PostHogServer
import Testing

/// An operation as its page in the documentation shows it, from `Pages/requests.json`.
struct DocumentedRequest: Sendable, CustomTestStringConvertible {
    let operation: String
    let method: String
    let path: String
    /// nil where the page states none.
    let scope: String?
    let pathParameters: [String]
    /// The fields that the page's `curl` example sends.
    let fields: JSONValue
    let status: Int
    /// The documented body; nil for none.
    let response: JSONValue?

    var testDescription: String { operation }

    static let all: [DocumentedRequest] = {
        do {
            let file = URL(filePath: #filePath).appending(path: "../../../Pages/requests.json").standardizedFileURL
            guard case .array(let pages) = try JSONValue(json: Array(Data(contentsOf: file))) else { return [] }
            return pages.compactMap(DocumentedRequest.init)
        } catch {
            Issue.record(error, "Pages/requests.json cannot be read")
            return []
        }
    }()

    private init?(_ page: JSONValue) {
        guard case .string(let operation)? = page["operation"], case .string(let method)? = page["method"],
            case .string(let path)? = page["path"], case .array(let parameters)? = page["pathParameters"],
            let fields = page["curlFields"], let status = page["status"].flatMap({ Int($0.jsonText()) })
        else { return nil }
        self.operation = operation
        self.method = method
        self.path = path
        self.fields = fields
        self.status = status
        pathParameters = parameters.compactMap { if case .string(let name) = $0 { name } else { nil } }
        scope = if case .string(let scope)? = page["scope"] { scope } else { nil }
        response = page["response"] == .null ? nil : page["response"]
    }

    /// The path with values in place of its parameters, in the types that the service gives them.
    var target: String {
        pathParameters.reduce(path) { path, name in
            let isNumber =
                name == "project_id" || name == "dashboard_id"
                || path.contains("/exports/{id}")
                    && !path.contains("batch_exports")
            let value = isNumber ? "7" : "497f6eca-6276-4993-bfeb-53cbbbba6f08"
            return path.replacing("{\(name)}", with: value)
        }
    }

    /// The key of the demonstration that holds what the page asks for, and nothing else.
    var token: String {
        switch scope {
        case "INTERNAL": "phi_internal"
        case let scope?: "phx_\(scope)"
        case nil: "phx_none"
        }
    }

    /// The example's fields as JSON; nil where it sends none.
    var body: [UInt8]? { fields == .object([:]) ? nil : fields.jsonBytes() }
}
