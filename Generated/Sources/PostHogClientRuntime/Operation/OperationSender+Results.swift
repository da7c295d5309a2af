// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import Foundation
import PostHogRuntime

// MARK: One result

nonisolated extension OperationSender {
    /// The value of a JSON answer.
    public func json<Value: JSONRepresentable>(
        _ request: OperationRequest, accepting types: String = "application/json", success: StatusSet,
        errors: [DocumentedError] = []
    ) async throws -> Value {
        try await json(
            in: await answer(to: request, accepting: types, success: success, errors: errors), to: request)
    }

    /// The value of an answer that is a form or a multipart body.
    public func value<Value: JSONRepresentable>(
        _ request: OperationRequest, as coding: BodyCoding, success: StatusSet, errors: [DocumentedError] = []
    ) async throws -> Value {
        let answer = try await answer(
            to: request, accepting: coding.mediaType, success: success, errors: errors, isStreamed: true)
        return try await value(in: answer, to: request, as: coding)
    }

    /// An answer whose body, if there is one, does not matter.
    public func empty(
        _ request: OperationRequest, success: StatusSet, errors: [DocumentedError] = []
    ) async throws {
        _ = try await answer(to: request, accepting: "*/*", success: success, errors: errors)
    }

    /// The content of an answer, as it comes: to be read once, while it arrives.
    public func body(
        _ request: OperationRequest, accepting types: String = "*/*", success: StatusSet,
        errors: [DocumentedError] = []
    ) async throws -> HTTPBody {
        try await answer(to: request, accepting: types, success: success, errors: errors, isStreamed: true).body
    }

    /// The text of an answer, as UTF-8; what is not UTF-8 is replaced.
    public func text(
        _ request: OperationRequest, accepting types: String = "text/*, */*;q=0.5", success: StatusSet,
        errors: [DocumentedError] = []
    ) async throws -> String {
        try await text(
            in: await answer(to: request, accepting: types, success: success, errors: errors), to: request)
    }
}

// MARK: Several results

nonisolated extension OperationSender {
    /// The whole answer, for an operation with more than one successful answer.
    /// - Parameter isStreamed: whether its body is left to be read while it arrives.
    public func response(
        _ request: OperationRequest, accepting types: String = "application/json, */*;q=0.5",
        isStreamed: Bool = false, success: StatusSet = .any, errors: [DocumentedError] = []
    ) async throws -> HTTPResponse {
        try await answer(to: request, accepting: types, success: success, errors: errors, isStreamed: isStreamed)
    }

    /// The JSON value in an answer.
    public func json<Value: JSONRepresentable>(
        in response: HTTPResponse, to request: OperationRequest
    ) async throws -> Value {
        let type = response.fields["Content-Type"]
        // A body of no stated type, or of a vendor's, is worth the try; whether it is JSON will show.
        let stated = HTTPMediaType(type)
        guard stated.map({ $0.isJSON || $0.essence.hasPrefix("application/vnd.") }) ?? true else {
            throw request.fault(.unexpectedContentType(type, expected: "JSON"))
        }
        let bytes = try await bytes(in: response, to: request)
        do {
            return try Value(
                json: bytes, validating: configuration.validation.contains(.responses),
                limits: configuration.jsonLimits,
                rule: request.operation.answerRule(for: response.status))
        } catch {
            throw request.fault(.malformedBody(error))
        }
    }

    /// The value in an answer that is a form or a multipart body.
    public func value<Value: JSONRepresentable>(
        in response: HTTPResponse, to request: OperationRequest, as coding: BodyCoding
    ) async throws -> Value {
        let type = response.fields["Content-Type"]
        guard HTTPMediaType(type)?.matches(anyOf: [coding.mediaType]) ?? false else {
            throw request.fault(.unexpectedContentType(type, expected: coding.mediaType))
        }
        do {
            return try await coding.decoded(
                response.body, contentType: type, validating: configuration.validation.contains(.responses),
                rule: request.operation.answerRule(for: response.status),
                limits: BodyLimits(
                    memory: configuration.maximumResponseBytes, upload: .max, json: configuration.jsonLimits))
        } catch let error as JSONError {
            throw request.fault(.malformedBody(error))
        } catch let error as HTTPBody.TooLarge {
            throw request.fault(.responseTooLarge(limit: error.limit))
        }
    }

    /// The text in an answer.
    public func text(in response: HTTPResponse, to request: OperationRequest) async throws -> String {
        let text = String(decoding: try await bytes(in: response, to: request), as: UTF8.self)
        if configuration.validation.contains(.responses), let rule = request.operation.answerRule(for: response.status)
        {
            do throws(JSONError) {
                try rule.check(text: text)
            } catch {
                throw request.fault(.malformedBody(error))
            }
        }
        return text
    }

    private func bytes(in response: HTTPResponse, to request: OperationRequest) async throws -> [UInt8] {
        do {
            return try await response.body.collect(upTo: configuration.maximumResponseBytes)
        } catch let error as HTTPBody.TooLarge {
            throw request.fault(.responseTooLarge(limit: error.limit))
        }
    }
}

nonisolated extension HTTPResponse {
    /// Whether the body is of one of these media types.
    public func isOf(_ mediaTypes: String...) -> Bool {
        HTTPMediaType(fields["Content-Type"])?.matches(anyOf: mediaTypes) ?? false
    }
}
