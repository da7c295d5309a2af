import QuillRuntime

nonisolated extension OperationRequest {
    /// A sequence that is sent item by item, once and never again.
    public mutating func body<Item>(_ items: ItemStream<Item>?, as coding: StreamCoding, contentType: String) {
        if let items { body(items.body(as: coding), contentType: contentType) }
    }
}
