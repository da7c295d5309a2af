import QuillRuntime

// Never inlined nor specialised: in release builds every operation of a document would be a copy of what is called here.
nonisolated extension OperationRequest {
    /// A sequence that is sent item by item, once and never again.
    @inline(never) @_semantics("optimize.sil.specialize.generic.never")
    public mutating func body<Item>(_ items: ItemStream<Item>?, as coding: StreamCoding, contentType: String) {
        if let items { body(items.body(as: coding), contentType: contentType) }
    }
}
