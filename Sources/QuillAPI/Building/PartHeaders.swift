import QuillNodes
import QuillOpenAPI

/// The header fields that an `encoding` describes of a part of a multipart body (OpenAPI 3.1 §4.8.15): who sends a file
/// sends them with it, and those that can have one value only are sent by themselves. Other values have none.
extension SchemaLowering {
    typealias PartHeader = OpenAPI.Map<OpenAPI.Header>.Entry

    /// Those that every part has, with the same text each time.
    func fixedHeaders(of encoding: OpenAPI.Encoding?) -> [FormField.Header] {
        headers(of: encoding).compactMap { header in
            fixedText(header.value).map { FormField.Header(name: header.key, value: $0) }
        }
    }

    /// Those that somebody has to say.
    func openHeaders(of encoding: OpenAPI.Encoding?) -> [PartHeader] {
        headers(of: encoding).filter { fixedText($0.value) == nil }
    }

    /// What the description of a file says, and which header fields there are.
    func description(_ description: String?, naming headers: [PartHeader]) -> String? {
        if headers.isEmpty { return description }
        let lines = headers.map { header in
            let remarks = [header.value.isRequired ? "required" : nil, header.value.description].compactMap { $0 }
            return "- `\(header.key)`" + (remarks.isEmpty ? "" : ": \(remarks.joined(separator: "; "))")
        }
        let list = "Header fields of its part:\n\n" + lines.joined(separator: "\n")
        return description.map { "\($0)\n\n\(list)" } ?? list
    }

    /// Tells of what is not carried: that servers require header fields, those of a part that is no file, and in other
    /// forms any.
    mutating func noteLeftOut(_ encoding: OpenAPI.Encoding?, of key: String, isMultipart: Bool, isFile: Bool) {
        guard let encoding else { return }
        if let contentType = encoding.headers.first(where: { isContentType($0) }) {
            faults.warning(
                .ignoredHeader, "the media type of a part is that of its `contentType`; the header is ignored",
                at: contentType.keyLocation)
        }
        if !isMultipart {
            guard let header = headers(of: encoding).first else { return }
            faults.warning(
                .ignoredEncoding, "`headers` are for multipart bodies only (OpenAPI 3.1 §4.8.15.1); they are ignored",
                at: header.keyLocation)
            return
        }
        for header in headers(of: encoding) {
            if header.value.isRequired {
                faults.unenforced("the required header `\(header.key)` of the part `\(key)`", at: header.keyLocation)
            } else if !isFile {
                faults.leftOut(
                    "the header `\(header.key)` of the part `\(key)`, which is no file", at: header.keyLocation)
            }
        }
    }

    private func headers(of encoding: OpenAPI.Encoding?) -> [PartHeader] {
        (encoding?.headers).map { $0.filter { !isContentType($0) } } ?? []
    }

    private func isContentType(_ header: PartHeader) -> Bool { header.key.lowercased() == "content-type" }

    /// The text of a required header that can have only one; one that is optional stays the sender's choice.
    private func fixedText(_ header: OpenAPI.Header) -> String? {
        guard header.isRequired, case .schema(let reference, _) = header.value,
            let schema = table.resolve(reference)?.schema
        else { return nil }
        let only = schema.enumeration.flatMap { $0.count == 1 ? $0.first : nil }
        guard let value = schema.constant ?? only else { return nil }
        return switch value.value {
        case .string(let text): text
        case .number(let number): number.text
        case .bool(let flag): String(flag)
        case .null, .array, .object: nil
        }
    }
}
