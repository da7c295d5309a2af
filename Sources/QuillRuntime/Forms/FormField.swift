/// How a property of a form or multipart body is sent, where it is more than one piece of text:
///
///     ["file": .file, "tags": .text.list, "address": .json, "point": .json.style(.deepObject)]
public nonisolated struct FormField: Sendable, Hashable {
    nonisolated enum Kind: Sendable { case text, number, flag, json, file, any }

    let kind: Kind
    var isList = false
    var style: ParameterStyle?
    var explode = true
    var allowReserved = false
    var contentType: String?
    var headers = HTTPFields()

    private init(_ kind: Kind) { self.kind = kind }

    /// One piece of text.
    public static let text = FormField(.text)
    /// One number.
    public static let number = FormField(.number)
    /// `true` or `false`.
    public static let flag = FormField(.flag)
    /// JSON.
    public static let json = FormField(.json)
    /// A file; in multipart bodies only.
    public static let file = FormField(.file)
    /// JSON where it is an object or a list, else a piece of text.
    public static let any = FormField(.any)

    /// A field for each element of a list.
    public var list: FormField { changed { $0.isList = true } }

    /// A value of several parts, laid out like a parameter (OpenAPI 3.1 §4.8.15); in forms only.
    public func style(_ style: ParameterStyle, explode: Bool = true, allowReserved: Bool = false) -> FormField {
        changed { ($0.style, $0.explode, $0.allowReserved) = (style, explode, allowReserved) }
    }

    /// A part with a media type of its own; in multipart bodies only.
    public func type(_ contentType: String) -> FormField { changed { $0.contentType = contentType } }

    /// A part with a header field that is always the same; in multipart bodies only.
    public func header(_ name: String, _ value: String) -> FormField { changed { $0.headers.append(name, value) } }

    private func changed(_ change: (inout FormField) -> Void) -> FormField {
        var field = self
        change(&field)
        return field
    }
}

nonisolated extension BodyCoding {
    /// `application/x-www-form-urlencoded`, with the fields that are more than a piece of text.
    public static func form(_ fields: [String: FormField] = [:]) -> BodyCoding {
        BodyCoding(mediaType: "application/x-www-form-urlencoded", format: FormFormat(fields: fields))
    }

    /// `multipart/form-data`, or another media type of that structure (RFC 2046 §5.1).
    public static func multipart(
        _ fields: [String: FormField] = [:], as mediaType: String = "multipart/form-data"
    ) -> BodyCoding {
        BodyCoding(mediaType: mediaType, format: MultipartFormat(fields: fields))
    }
}
