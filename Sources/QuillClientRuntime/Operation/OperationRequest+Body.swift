import Foundation
import QuillRuntime

// What a request carries. Nil sends no body.
nonisolated extension OperationRequest {
    /// A JSON body.
    public mutating func body<T: JSONRepresentable>(json value: T, contentType: String = "application/json") {
        let (bytes, rule) = (value.jsonBytes(), operation.bodyRule)
        bodyCheck = { () throws(JSONError) in _ = try T(json: bytes, validating: true, rule: rule) }
        body(HTTPBody(bytes), contentType: contentType)
    }

    /// A JSON body that is not required.
    public mutating func body<T: JSONRepresentable>(json value: T?, contentType: String = "application/json") {
        if let value { body(json: value, contentType: contentType) }
    }

    /// A form, or a multipart body, of the members of a value: `body(form, as: .multipart())`.
    public mutating func body<T: JSONRepresentable>(_ value: T?, as coding: BodyCoding) {
        guard let value else { return }
        let (body, contentType) = coding.encoded(value)
        if !coding.isUpload {
            let rule = operation.bodyRule
            bodyCheck = { () throws(JSONError) in _ = try T(json: value.jsonBytes(), validating: true, rule: rule) }
        }
        self.body(body, contentType: contentType)
    }

    /// A text as the body, in UTF-8.
    public mutating func body(text: String?, contentType: String = "text/plain; charset=utf-8") {
        guard let text else { return }
        if let rule = operation.bodyRule {
            bodyCheck = { () throws(JSONError) in try rule.check(text: text) }
        }
        body(HTTPBody(Array(text.utf8)), contentType: contentType)
    }

    /// A body of any kind, which may be a stream: that is sent once and never again.
    public mutating func body(_ body: HTTPBody?, contentType: String) {
        guard let body else { return }
        self.body = body
        fields["Content-Type"] = contentType
    }
}
