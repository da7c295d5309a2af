/// A part of a parsed template, before it becomes steps.
///
/// Line beginnings are parts of their own, because indentation is added to them, and taken from them.
indirect enum Element {
    /// Text within a line, up to the line's end at most; or a whole blank line, which is never indented.
    case text(String)
    /// The beginning of a line that is not blank, with its whitespace.
    case line(String)
    case variable(ValuePath, isEscaped: Bool, TemplatePosition)
    case section(ValuePath, isInverted: Bool, [Element])
    case partial(name: String, indentation: String?, TemplatePosition)
    /// A block that others may give. The whitespace is what precedes the opening tag on its line.
    case block(name: String, whitespace: String, isInline: Bool, [Element])
    case parent(name: String, indentation: String?, TemplatePosition, overrides: [(name: String, [Element])])
}

extension [Element] {
    /// The whitespace that all lines have in common; nil where there is no line.
    ///
    /// Only what is rendered counts: lines of section tags vanish, and with them their whitespace.
    var commonIndentation: String? {
        var common: [UInt8]?
        forEachIndentation { whitespace in
            let bytes = [UInt8](whitespace.utf8)
            guard let known = common else {
                common = bytes
                return
            }
            let length = zip(known, bytes).prefix { $0 == $1 }.count
            common = [UInt8](known.prefix(length))
        }
        return common.map { String(decoding: $0, as: UTF8.self) }
    }

    /// The same with the lines' common whitespace taken off.
    ///
    /// Content that is given for a block loses the indentation that it has where it is written, and gains that of the
    /// block where it is rendered (Mustache `~inheritance`, "Block reindentation").
    var dedented: [Element] {
        guard let length = commonIndentation?.utf8.count, length > 0 else { return self }
        return removingIndentation(length)
    }

    private func forEachIndentation(_ body: (String) -> Void) {
        for element in self {
            switch element {
            case .text, .variable: break
            case .line(let whitespace): body(whitespace)
            case .section(_, _, let content): content.forEachIndentation(body)
            case .partial(_, let indentation, _), .parent(_, let indentation, _, _):
                if let indentation { body(indentation) }
            case .block(_, let whitespace, let isInline, let content):
                content.forEachIndentation(body)
                if !isInline && content.isEmpty { body(whitespace) }
            }
        }
    }

    private func removingIndentation(_ length: Int) -> [Element] {
        func shortened(_ whitespace: String) -> String {
            String(decoding: whitespace.utf8.dropFirst(length), as: UTF8.self)
        }
        return map { element in
            switch element {
            case .text, .variable: element
            case .line(let whitespace): .line(shortened(whitespace))
            case .section(let path, let isInverted, let content):
                .section(path, isInverted: isInverted, content.removingIndentation(length))
            case .partial(let name, let indentation, let position):
                .partial(name: name, indentation: indentation.map(shortened), position)
            case .block(let name, let whitespace, let isInline, let content):
                .block(
                    name: name, whitespace: shortened(whitespace), isInline: isInline,
                    content.removingIndentation(length))
            case .parent(let name, let indentation, let position, let overrides):
                .parent(name: name, indentation: indentation.map(shortened), position, overrides: overrides)
            }
        }
    }
}
