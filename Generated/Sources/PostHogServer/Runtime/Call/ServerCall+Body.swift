// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import PostHogRuntime

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
    public func jsonBody<T: JSONRepresentable>() async throws -> T {
        guard let body: T = try await optionalJSONBody() else {
            throw Refusal(400, "The operation needs a body, and there is none.")
        }
        return body
    }

    /// The body as JSON, or nil if there is none.
    /// - Throws: as ``jsonBody()``.
    public func optionalJSONBody<T: JSONRepresentable>() async throws -> T? {
        let bytes = try await bytes(of: ["application/json", "application/*+json"])
        guard !bytes.isEmpty else { return nil }
        do {
            return try T(json: bytes, validating: true, limits: options.jsonLimits, rule: operation.bodyRule)
        } catch {
            guard error.kind == .malformed else { throw refusal(adding: error.issues) }
            let issue = error.issues.first.map { ": \($0.message)" } ?? ""
            throw Refusal(400, "The body is not JSON\(issue)")
        }
    }

    /// The body as it comes, of one of the given media types (`image/*` for a range of them; none for any). Reading
    /// more of it than ``ServerOptions/maximumBodyBytes`` throws `HTTPBody.TooLarge`, which is answered with 413.
    /// - Throws: the answer to a body of another type (415) or one that is declared too large (413).
    public func bytesBody(_ mediaTypes: String...) async throws -> HTTPBody {
        let body = try checkedBody(of: mediaTypes)
        guard body.length == nil else { return body }
        return HTTPBody(stream: BoundedChunks(body: body, limit: options.maximumBodyBytes))
    }

    /// The body as text in UTF-8.
    /// - Throws: as ``bytesBody(_:)``, and 400 for what is no UTF-8.
    public func textBody(_ mediaTypes: String...) async throws -> String {
        guard let text = String(bytes: try await bytes(of: mediaTypes), encoding: .utf8) else {
            throw Refusal(400, "The body is not UTF-8.")
        }
        return text
    }

    /// Checks what the header section says before a byte of the body is read.
    private func checkedBody(of accepted: [String]) throws -> HTTPBody {
        let declared = request.fields["content-length"].flatMap { Int($0) } ?? 0
        if max(request.body.length ?? 0, declared) > options.maximumBodyBytes { throw tooLarge }
        guard !request.body.isEmpty else { return request.body }
        if let field = request.fields["content-type"], !accepted.isEmpty {
            guard let type = MediaType(field), type.isUTF8, accepted.contains(where: { type.matches($0) }) else {
                throw Refusal(
                    415, "The body is `\(field)`; the operation takes \(accepted.joined(separator: ", ")).",
                    fields: ["Accept": accepted.filter { !$0.contains("*+") }.joined(separator: ", ")])
            }
        }
        if let coding = request.fields["content-encoding"], coding.lowercased() != "identity" {
            throw Refusal(415, "The body is encoded as `\(coding)`.", fields: ["Accept-Encoding": "identity"])
        }
        return request.body
    }

    private func bytes(of accepted: [String]) async throws -> [UInt8] {
        let body = try checkedBody(of: accepted)
        do {
            return try await body.collect(upTo: options.maximumBodyBytes)
        } catch is HTTPBody.TooLarge {
            throw tooLarge
        } catch let error as CancellationError {
            throw error
        } catch {
            // The connection broke: no fault of the service.
            throw Refusal(400, "The body ended before it was complete.")
        }
    }

    private var tooLarge: Refusal { .tooLarge(options.maximumBodyBytes) }
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
