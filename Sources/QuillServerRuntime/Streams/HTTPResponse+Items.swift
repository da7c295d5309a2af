import QuillRuntime

nonisolated extension HTTPResponse {
    /// An answer whose items are sent when there are any.
    public static func items<Item>(
        _ status: Int, _ items: ItemStream<Item>, as coding: StreamCoding, contentType: String
    ) -> HTTPResponse {
        // Intermediaries that keep or gather events defeat them.
        let fields: HTTPFields = ["Content-Type": contentType, "Cache-Control": "no-cache"]
        return HTTPResponse(status: status, fields: fields, body: items.body(as: coding))
    }
}
