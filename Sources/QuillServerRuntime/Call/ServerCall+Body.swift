import QuillRuntime

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

nonisolated extension ServerCall {
    /// The body as JSON: `let body: DatasetCreate = try await call.jsonBody()`.
    ///
    /// A request that does not say what its body is, is taken at its word that it is JSON.
    /// - Throws: the answer to a body of another type (415), one that is too large (413), missing or not JSON (400), or
    ///   that breaks the schema (422, together with the faults of the parameters).
    public func jsonBody<T: JSONRepresentable>() async throws -> T { try await body(.json) }

    /// The body as JSON, or nil if there is none.
    /// - Throws: as ``jsonBody()``.
    public func optionalJSONBody<T: JSONRepresentable>() async throws -> T? { try await optionalBody(.json) }

    /// The body in any of several codings, by its `Content-Type`; the first where it has none:
    /// `let body: Pet = try await call.body(.json, .form())`.
    ///
    /// The files of a multipart body that are larger than a few hundred KB are temporary files until nobody holds them.
    /// - Throws: as ``jsonBody()``.
    public func body<T: JSONRepresentable>(_ codings: BodyCoding...) async throws -> T {
        guard let body: T = try await decodedBody(codings) else { throw missingBody }
        return body
    }

    /// The body in any of several codings, or nil if there is none.
    /// - Throws: as ``jsonBody()``.
    public func optionalBody<T: JSONRepresentable>(_ codings: BodyCoding...) async throws -> T? {
        try await decodedBody(codings)
    }

    /// Which of several alternatives the body is, each a list of media types: by its `Content-Type`; the first where it
    /// has none.
    /// - Throws: the answer to a body of another type (415), or to none (400).
    public func choice(of alternatives: [String]...) throws -> Int {
        guard let choice = try chosen(alternatives) else { throw missingBody }
        return choice
    }

    /// Which of several alternatives the body is, or nil if there is none.
    /// - Throws: the answer to a body of another type (415).
    public func optionalChoice(of alternatives: [String]...) throws -> Int? { try chosen(alternatives) }

    /// The body as it comes, of one of the given media types (`image/*` for a range of them; none for any). Reading
    /// more of it than ``ServerOptions/maximumUploadBytes`` throws `HTTPBody.TooLarge`, which is answered with 413.
    /// - Throws: the answer to a body of another type (415) or one that is declared too large (413).
    public func bytesBody(_ mediaTypes: String...) async throws -> HTTPBody {
        try bounded(checkedBody(of: mediaTypes, upTo: options.uploadLimit))
    }

    /// The body as text in UTF-8.
    /// - Throws: as ``bytesBody(_:)``, 400 for what is no UTF-8, and 422 for what breaks the operation's rule.
    public func textBody(_ mediaTypes: String...) async throws -> String {
        let body = try checkedBody(of: mediaTypes, upTo: options.maximumBodyBytes)
        let bytes = try await reading { try await body.collect(upTo: options.maximumBodyBytes) }
        guard let text = String(bytes: bytes, encoding: .utf8) else { throw Refusal(400, "The body is not UTF-8.") }
        if let rule = operation.bodyRule {
            do throws(JSONError) {
                try rule.check(text: text)
            } catch {
                throw refusal(for: error, of: "The body")
            }
        }
        return text
    }

    /// The media type to answer with, of those that the operation has for one and the same value: what the client
    /// wants most.
    public func accepted(_ mediaTypes: String...) -> String {
        HTTPMediaType.preferred(of: mediaTypes, by: request.fields) ?? mediaTypes.first ?? ""
    }

    // MARK: Reading

    private func decodedBody<T: JSONRepresentable>(_ codings: [BodyCoding]) async throws -> T? {
        let accepted = codings.flatMap(\.mediaTypes)
        let type = request.fields["content-type"]
        let chosen = HTTPMediaType(type).flatMap { type in codings.first { type.matches(anyOf: $0.mediaTypes) } }
        guard let coding = chosen ?? codings.first else { return nil }
        let limit = coding.isUpload ? options.uploadLimit : options.maximumBodyBytes
        var body = try checkedBody(of: accepted, upTo: limit)
        if body.bytes == nil, !coding.isUpload {
            // Whether there is one shows when it is read.
            let stream = body
            body = HTTPBody(try await reading { try await stream.collect(upTo: limit) })
        }
        if body.isEmpty { return nil }
        do {
            // Not inferred: an optional is read from JSON too.
            return try await reading { () -> T in
                try await coding.decoded(
                    body, contentType: type, validating: true, rule: operation.bodyRule,
                    limits: BodyLimits(
                        memory: options.maximumBodyBytes, upload: options.uploadLimit, json: options.jsonLimits))
            }
        } catch let error as JSONError {
            throw refusal(for: error, of: "The body")
        }
    }

    func refusal(for error: JSONError, of subject: String) -> Refusal {
        guard error.kind == .malformed else { return refusal(adding: error.issues) }
        return Refusal(400, "\(subject) cannot be read: \(error.issues.first?.message ?? "it is broken")")
    }

    private func chosen(_ alternatives: [[String]]) throws -> Int? {
        let body = try checkedBody(of: alternatives.flatMap { $0 }, upTo: options.uploadLimit)
        if body.isEmpty { return nil }
        guard let type = HTTPMediaType(request.fields["content-type"]) else { return 0 }
        return alternatives.firstIndex { type.matches(anyOf: $0) } ?? 0
    }

    /// Checks what the header section says before a byte of the body is read.
    func checkedBody(of accepted: [String], upTo limit: Int) throws -> HTTPBody {
        let declared = request.fields["content-length"].flatMap { Int($0) } ?? 0
        if max(request.body.length ?? 0, declared) > limit { throw Refusal.tooLarge(limit) }
        var body = request.body
        guard !body.isEmpty else { return body }
        if let field = request.fields["content-type"] {
            if !accepted.isEmpty {
                guard let type = HTTPMediaType(field), type.isUTF8, type.matches(anyOf: accepted) else {
                    throw Refusal(
                        415, "The body is `\(field)`; the operation takes \(accepted.joined(separator: ", ")).",
                        fields: ["Accept": accepted.filter { !$0.contains("*+") }.joined(separator: ", ")])
                }
            }
            body.contentType = field
        }
        if let coding = request.fields["content-encoding"], coding.lowercased() != "identity" {
            throw Refusal(415, "The body is encoded as `\(coding)`.", fields: ["Accept-Encoding": "identity"])
        }
        return body
    }

    func bounded(_ body: HTTPBody) throws -> HTTPBody {
        guard body.length == nil else { return body }
        var bounded = HTTPBody(stream: BoundedChunks(body: body, limit: options.uploadLimit))
        bounded.contentType = body.contentType
        return bounded
    }

    private func reading<Result>(_ read: () async throws -> Result) async throws -> Result {
        do {
            return try await read()
        } catch let error as HTTPBody.TooLarge {
            throw Refusal.tooLarge(error.limit)
        } catch let error where error is CancellationError || error is JSONError || error is CocoaError {
            throw error
        } catch {
            // The connection broke: no fault of the service.
            throw Refusal(400, "The body ended before it was complete.")
        }
    }

    private var missingBody: Refusal { Refusal(400, "The operation needs a body, and there is none.") }
}

/// The chunks of a body of unknown length, as long as they stay within a limit.
private nonisolated struct BoundedChunks: AsyncSequence, Sendable {
    typealias Element = [UInt8]

    let body: HTTPBody
    let limit: Int

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(chunks: body.makeAsyncIterator(), left: limit, limit: limit)
    }

    nonisolated struct AsyncIterator: AsyncIteratorProtocol {
        var chunks: HTTPBody.AsyncIterator
        var left: Int
        let limit: Int

        mutating func next() async throws -> [UInt8]? {
            guard let chunk = try await chunks.next() else { return nil }
            left -= chunk.count
            if left < 0 { throw HTTPBody.TooLarge(limit: limit) }
            return chunk
        }
    }
}
