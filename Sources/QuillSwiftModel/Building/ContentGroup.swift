import QuillAPI

/// Contents of one body that are the same type in Swift, so that a value of it can be sent as any of them.
struct ContentGroup {
    /// How the bodies are handed over.
    enum Family {
        /// A value of a schema, as JSON or as a form.
        case value
        case text, bytes
        case items(Content.Coding)
    }

    let type: String
    let family: Family
    /// What is preferred.
    let first: Content
    private(set) var others: [Content] = []

    init(_ first: Content, type: String) {
        self.type = type
        self.first = first
        family = ContentGroup.family(first.coding)
    }

    var contents: [Content] { [first] + others }
    var mediaTypes: [String] { contents.map(\.mediaType) }

    /// Takes a content in if it is of the same type and family.
    mutating func add(_ content: Content, type: String) -> Bool {
        guard type == self.type, first.coding == content.coding || isValue && ContentGroup.isValue(content.coding)
        else {
            return false
        }
        others.append(content)
        return true
    }

    private var isValue: Bool { ContentGroup.isValue(first.coding) }

    /// Whether the sender has to say, or can say, of which media type the body is.
    var isOpen: Bool {
        switch family {
        case .text, .bytes: first.isRange || first.coding == .raw || !others.isEmpty
        case .value, .items: false
        }
    }

    /// What the media type is where nothing else is said; nil where it has to be said: a boundary is part of it, or the
    /// document names a range.
    var usualType: String? {
        first.isRange || first.mediaType.lowercased().hasPrefix("multipart/") ? nil : first.mediaType
    }

    /// What to ask for to be answered so.
    var accepted: String {
        guard case .value = family else { return mediaTypes.joined(separator: ", ") }
        let exact = contents.filter { !$0.isRange }.map(\.mediaType)
        return exact.isEmpty ? "application/json, */*;q=0.5" : exact.joined(separator: ", ")
    }

    /// What a case for it is called: by the kind of content, or else by the media type.
    var names: (short: String, long: String) {
        let essence = first.mediaType.prefix { $0 != ";" }.lowercased()
        let subtype = essence.split(separator: "/").last.map(String.init) ?? "content"
        let long = Identifier.member(Words(splitting: subtype == "*" ? String(essence) : subtype), orElse: "content")
        switch first.coding {
        case .json: return ("json", long)
        case .form: return ("form", long)
        case .multipart: return ("multipart", long)
        case .events: return ("events", long)
        case .lines, .sequence: return ("items", long)
        case .text where essence == "text/plain": return ("text", long)
        case .bytes where essence == "application/octet-stream": return ("bytes", long)
        case .bytes where first.isRange:
            return (essence.hasPrefix("*") || essence.hasPrefix("application/") ? "other" : long, long)
        case .text, .bytes, .raw: return (long, long)
        }
    }

    private static func family(_ coding: Content.Coding) -> Family {
        switch coding {
        case .json, .form, .multipart: .value
        case .text: .text
        case .bytes, .raw: .bytes
        case .events, .lines, .sequence: .items(coding)
        }
    }

    private static func isValue(_ coding: Content.Coding) -> Bool {
        if case .value = family(coding) { true } else { false }
    }
}

extension OperationBuilder {
    /// The type of a body.
    func type(_ content: Content) -> String {
        switch content.coding {
        case .json, .form, .multipart: types.nullableSpelling(content.type)
        case .text: "String"
        case .bytes, .raw: "HTTPBody"
        case .events, .lines, .sequence: "ItemStream<\(types.nullableSpelling(content.type))>"
        }
    }

    /// The contents by type, in the order of preference.
    func groups(_ contents: [Content]) -> [ContentGroup] {
        var groups: [ContentGroup] = []
        contents: for content in contents {
            let type = type(content)
            for index in groups.indices where groups[index].add(content, type: type) { continue contents }
            groups.append(ContentGroup(content, type: type))
        }
        return groups
    }

    // MARK: Codings

    /// `.json`, `.form(["tags": .text.list])`: how values of a content are written and read.
    ///
    /// The fields break at line ends where they are too long for a line.
    ///
    /// - Parameter isSending: leaves out the fields that show by themselves how they are to be sent; else those that are
    ///   read like any text.
    func coding(_ content: Content, isSending: Bool) -> (head: String, fields: [String], tail: String) {
        let fields = content.fields
            .filter { field in
                let isStructured = field.kind != .text || field.isList
                return field.style != nil
                    || (isSending
                        ? field.contentType != nil || !field.headers.isEmpty
                        : isStructured || !field.described.isEmpty)
            }
            .map { "\(SwiftText.literal($0.key)): \(expression($0, isSending: isSending))" }
        switch content.coding {
        case .form: return (".form(", fields, ")")
        case .multipart:
            let essence = content.mediaType.prefix { $0 != ";" }.lowercased()
            let other = essence == "multipart/form-data" ? "" : "as: \(SwiftText.literal(String(essence)))"
            return (".multipart(", fields, (fields.isEmpty || other.isEmpty ? other : ", " + other) + ")")
        default:
            let isPlain = content.mediaType == "application/json"
            return (".json" + (isPlain ? "" : "(\(SwiftText.literal(content.mediaType)))"), [], "")
        }
    }

    /// A call with codings as its last arguments, on as many lines as it needs.
    ///
    /// - Parameters:
    ///   - argument: what stands before them.
    ///   - label: that of the first coding.
    func call(
        _ head: String, _ argument: String? = nil, label: String = "",
        _ codings: [(head: String, fields: [String], tail: String)], _ tail: String, indentation: Int
    ) -> [String] {
        let texts = codings.map(text)
        let line = head + (argument.map { $0 + ", " } ?? "") + label + texts.joined(separator: ", ") + tail
        if line.count + indentation <= 120 { return [line] }
        var lines = [head]
        if let argument { lines.append("    \(argument),") }
        for (index, (coding, text)) in zip(codings, texts).enumerated() {
            let end = index == codings.count - 1 ? tail : ","
            let start = "    " + (index == 0 ? label : "")
            if coding.fields.isEmpty || start.count + text.count + end.count + indentation <= 120 {
                lines.append(start + text + end)
            } else {
                lines.append("\(start)\(coding.head)[")
                for field in coding.fields {
                    let calls = field.split(separator: "\n")
                    let isWide = field.count + 9 + indentation > 120
                    for (index, call) in (isWide ? calls : [calls.joined()[...]]).enumerated() {
                        lines.append("        \(index == 0 ? "" : "    ")\(call)")
                    }
                    lines[lines.count - 1] += ","
                }
                lines.append("    ]\(coding.tail)\(end)")
            }
        }
        return lines
    }

    func text(_ coding: (head: String, fields: [String], tail: String)) -> String {
        let fields = coding.fields.map { $0.filter { $0 != "\n" } }
        return coding.head + (fields.isEmpty ? "" : "[\(fields.joined(separator: ", "))]") + coding.tail
    }

    private func expression(_ field: FormField, isSending: Bool) -> String {
        var text = ".\(field.kind.rawValue)"
        if field.isList { text += ".list" }
        if let style = field.style {
            text += ".style(.\(style.style.rawValue)"
            if !style.explode { text += ", explode: false" }
            if style.allowReserved { text += ", allowReserved: true" }
            text += ")"
        }
        if let contentType = field.contentType { text += ".type(\(SwiftText.literal(contentType)))" }
        if isSending {
            for header in field.headers {
                text += ".header(\(SwiftText.literal(header.name)), \(SwiftText.literal(header.value)))"
            }
        } else {
            for header in field.described { text += expression(header) }
        }
        return text
    }

    private func expression(_ header: PartHeader) -> String {
        let shape = types.shape(of: header.type)
        var text = "\n.header(\(SwiftText.literal(header.name)), \(header.isJSON ? "json: " : "")"
        text += "\(types.spelling(header.type)).self"
        if !header.isJSON, shape != "value" { text += ", as: .\(shape)" }
        if header.explode, shape != "value", shape != "list" { text += ", explode: true" }
        if header.isRequired { text += ", isRequired: true" }
        if let rule = RuleLiteral(header.rule) {
            text += ", rule: JSONRule(\(rule.line)\(rule.hasPatterns ? ", matching: TextPattern.self" : ""))"
        }
        return text + ")"
    }

    func streamCoding(_ coding: Content.Coding) -> String {
        switch coding {
        case .sequence: ".sequence"
        case .lines: ".lines"
        default: ".events"
        }
    }

    /// `"image/png", "image/jpeg"`; nothing where any media type will do.
    func literals(_ mediaTypes: [String]) -> String {
        mediaTypes.contains("*/*") ? "" : mediaTypes.map(SwiftText.literal).joined(separator: ", ")
    }
}
