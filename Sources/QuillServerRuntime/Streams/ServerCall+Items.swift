import QuillRuntime

nonisolated extension ServerCall {
    /// The items of a body, each read when the handler asks for it. One that is not as described throws the answer, 400
    /// or 422, to the handler.
    /// - Throws: as ``bytesBody(_:)``.
    public func items<Item>(as coding: StreamCoding, _ mediaTypes: String...) async throws -> ItemStream<Item> {
        let body = try bounded(checkedBody(of: mediaTypes, upTo: options.uploadLimit))
        return ItemStream(
            reading: body, as: coding, limits: options.jsonLimits, validating: true, rule: operation.bodyRule
        ) { error in
            (error as? JSONError).map { self.refusal(for: $0, of: "An item") } ?? error
        }
    }
}
