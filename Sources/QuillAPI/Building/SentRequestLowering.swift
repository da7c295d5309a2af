import QuillDiagnostics
import QuillOpenAPI

/// Gathers what a document's service sends: its webhooks and the callbacks of its operations.
struct SentRequestLowering {
    let document: OpenAPI.Document
    private(set) var requests: [SentRequest] = []
    private(set) var faults = Faults()
    private var takenIDs: Set<String>
    private var takenPaths: Set<String> = []
    /// A callback that several operations refer to is one request.
    private var known: Set<SourceLocation> = []

    private let ids: OperationIDs

    init(document: OpenAPI.Document, operations: [Endpoint], ids: OperationIDs) {
        self.document = document
        self.ids = ids
        takenIDs = Set(operations.map(\.id))
    }

    mutating func lower(_ schemas: inout SchemaLowering) {
        for webhook in document.webhooks {
            for operation in webhook.value.operations {
                add(
                    operation, of: webhook, .webhook(name: webhook.key),
                    id: id([webhook.key], operation, among: webhook.value.operations),
                    path: webhook.key.split(separator: "/").map(String.init), &schemas)
            }
        }
        for path in document.paths {
            for operation in path.value.operations { addCallbacks(of: operation, at: path, &schemas) }
        }
    }

    private mutating func addCallbacks(
        of operation: OpenAPI.Operation, at path: OpenAPI.Map<OpenAPI.PathItem>.Entry,
        _ schemas: inout SchemaLowering
    ) {
        let caller = ids.id(of: operation, at: path.key)
        for callback in operation.callbacks {
            for address in callback.value.paths {
                if !Self.isWellFormed(address.key) {
                    faults.warning(
                        .malformedExpression,
                        "`\(address.key)` is no runtime expression that Quill can read: whoever sends `\(callback.key)` "
                            + "has to know its address", at: address.keyLocation)
                }
                // Several addresses of one callback are told apart by their texts.
                let words = [caller, callback.key] + (callback.value.paths.count > 1 ? [address.key] : [])
                for request in address.value.operations {
                    add(
                        request, of: address,
                        .callback(name: callback.key, operation: caller, address: address.key),
                        id: id(words, request, among: address.value.operations), path: words, &schemas)
                }
            }
        }
    }

    private mutating func add(
        _ operation: OpenAPI.Operation, of item: OpenAPI.Map<OpenAPI.PathItem>.Entry, _ occasion: SentRequest.Occasion,
        id: String, path: [String], _ schemas: inout SchemaLowering
    ) {
        guard known.insert(operation.location).inserted else { return }
        for callback in operation.callbacks {
            faults.leftOut("`callbacks` of what is itself sent", at: callback.keyLocation)
        }
        takenIDs.insert(id)
        var path = "/" + path.map(Self.segment).joined(separator: "/")
        // Of a callback called as a webhook is, for one.
        while !takenPaths.insert("\(operation.method) \(path)").inserted { path += "_" }
        var lowering = EndpointLowering(
            document: document, path: item, operation: operation, id: id, receivedAt: PathTemplate(text: path))
        requests.append(SentRequest(occasion: occasion, endpoint: lowering.lowered(rules: [], &schemas)))
        faults.add(lowering.faults)
    }

    private func id(
        _ words: [String], _ operation: OpenAPI.Operation, among operations: [OpenAPI.Operation]
    ) -> String {
        if let id = operation.operationID, !id.isEmpty, !takenIDs.contains(id) { return id }
        let name = words.map { $0.split { !$0.isLetter && !$0.isNumber }.joined(separator: "_") }
        let id = (name + (operations.count > 1 ? [operation.method.name.lowercased()] : [])).joined(separator: "_")
        return takenIDs.contains(id) ? id + "_webhook" : id
    }

    /// A name as a segment of a path: what is not a plain letter or a mark is percent-encoded.
    private static func segment(_ name: String) -> String {
        var segment = ""
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"):
                segment.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: ".") where !name.allSatisfy { $0 == "." }: segment += "."
            default:
                let code = String(byte, radix: 16, uppercase: true)
                segment += "%" + (code.count < 2 ? "0" : "") + code
            }
        }
        return segment
    }

    /// Whether all expressions of an address are of the grammar of OpenAPI 3.1 §4.8.20.4.
    private static func isWellFormed(_ address: String) -> Bool {
        // Some documents leave the braces out where there is nothing else.
        if address.hasPrefix("$") { return isExpression(address[...]) }
        var rest = address[...]
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}"),
                isExpression(rest[rest.index(after: open)..<close])
            else { return false }
            rest = rest[rest.index(after: close)...]
        }
        return !rest.contains("}")
    }

    private static func isExpression(_ text: Substring) -> Bool {
        let sources = [
            "request.body", "response.body", "request.header.", "response.header.", "request.query.", "request.path.",
        ]
        return ["$url", "$method", "$statusCode"].contains(text) || sources.contains { text.hasPrefix("$" + $0) }
    }
}
