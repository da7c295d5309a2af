// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

/// Why a request was refused: an `application/problem+json` document (RFC 9457).
///
///     {"type": "about:blank", "title": "Forbidden", "status": 403, "required_scopes": ["dataset:write"]}
public nonisolated struct Problem: Model, Error {
    /// The media type of a problem.
    public static let mediaType = "application/problem+json"

    /// A URI reference that names the kind of problem; `about:blank` when the status says it all.
    public var type: String
    /// The kind of problem in a few words.
    public var title: String
    /// The status code of the response.
    public var status: Int
    /// What went wrong this time.
    public var detail: String?
    /// A URI reference that names this occurrence.
    public var instance: String?
    /// The parameters and members at fault.
    public var errors: [ProblemField]?
    /// The scopes that the operation asks for, when they were missing.
    public var requiredScopes: [String]?
    /// The scopes that the caller has.
    public var grantedScopes: [String]?
    /// Members beyond those of the specification.
    public var extensions: [String: JSONValue]

    /// A problem; only what it is about has no default.
    public init(
        type: String = "about:blank", title: String, status: Int, detail: String? = nil, instance: String? = nil,
        errors: [ProblemField]? = nil, requiredScopes: [String]? = nil, grantedScopes: [String]? = nil,
        extensions: [String: JSONValue] = [:]
    ) {
        self.type = type
        self.title = title
        self.status = status
        self.detail = detail
        self.instance = instance
        self.errors = errors
        self.requiredScopes = requiredScopes
        self.grantedScopes = grantedScopes
        self.extensions = extensions
    }

    public init(reading value: JSONReader) {
        var object = value.object()
        type = object.optional("type") ?? "about:blank"
        title = object.optional("title") ?? ""
        status = object.optional("status") ?? 0
        detail = object.optional("detail")
        instance = object.optional("instance")
        errors = object.optional("errors")
        requiredScopes = object.optional("required_scopes")
        grantedScopes = object.optional("granted_scopes")
        extensions = object.remaining()
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.required("type", type)
        json.required("title", title)
        json.required("status", status)
        json.optional("detail", detail)
        json.optional("instance", instance)
        json.optional("errors", errors)
        json.optional("required_scopes", requiredScopes)
        json.optional("granted_scopes", grantedScopes)
        json.remaining(extensions)
        json.endObject()
    }
}

/// One fault of a request: `{"pointer": "/results/0/name", "detail": "missing"}`.
public nonisolated struct ProblemField: Model {
    /// What is wrong.
    public var detail: String
    /// The member at fault in the body, as a JSON pointer (RFC 6901).
    public var pointer: String?
    /// The parameter at fault.
    public var parameter: String?

    /// A fault of a member or of a parameter.
    public init(detail: String, pointer: String? = nil, parameter: String? = nil) {
        self.detail = detail
        self.pointer = pointer
        self.parameter = parameter
    }

    public init(reading value: JSONReader) {
        var object = value.object()
        detail = object.optional("detail") ?? ""
        pointer = object.optional("pointer")
        parameter = object.optional("parameter")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.required("detail", detail)
        json.optional("pointer", pointer)
        json.optional("parameter", parameter)
        json.endObject()
    }
}

nonisolated extension Problem: CustomStringConvertible {
    /// `"403 Forbidden: the key lacks dataset:write"`.
    public var description: String {
        let faults = (errors ?? []).map { field in
            [field.parameter ?? field.pointer, field.detail].compactMap { $0 }.joined(separator: ": ")
        }
        return (["\(status) \(title)"] + [detail].compactMap { $0 } + faults).joined(separator: "; ")
    }
}
