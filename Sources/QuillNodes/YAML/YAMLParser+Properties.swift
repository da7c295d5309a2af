import QuillDiagnostics

/// Anchors, aliases and tags (YAML 1.2 §6.9).
extension YAMLParser {
    /// The properties on this line, and the white space behind them.
    mutating func properties(inFlow: Bool) throws(DiagnosticsError) -> Int {
        var properties = YAMLProperties(offset: position)
        while bytes[position] == 0x26 || bytes[position] == 0x21 {
            let start = position
            if bytes[position] == 0x26 {
                let property = YAMLProperties.Property(text: stream.text(try name(of: "anchor")), offset: start)
                if let first = properties.anchor { throw twice("anchors", property, first) }
                properties.anchor = property
            } else {
                let property = YAMLProperties.Property(text: try tag(), offset: start)
                if let first = properties.tag { throw twice("tags", property, first) }
                properties.tag = property
            }
            guard bytes[position].isBlank || (inFlow && bytes[position].isFlowIndicator) else {
                throw fault(
                    .unexpectedContent,
                    "found \(found) in \(bytes[start] == 0x26 ? "an anchor" : "a tag"), expected a space behind it")
            }
            skipWhite()
        }
        stream.properties.append(properties)
        return stream.properties.count - 1
    }

    /// The properties of one node that are written in two places, as an anchor and a tag on two lines.
    mutating func merged(_ first: Int?, _ second: Int?) throws(DiagnosticsError) -> Int? {
        guard let first, let second else { return first ?? second }
        var properties = stream.properties[first]
        let more = stream.properties[second]
        if let anchor = more.anchor {
            if let first = properties.anchor { throw twice("anchors", anchor, first) }
            properties.anchor = anchor
        }
        if let tag = more.tag {
            if let first = properties.tag { throw twice("tags", tag, first) }
            properties.tag = tag
        }
        stream.properties.append(properties)
        return stream.properties.count - 1
    }

    /// The name behind `&` or `*`.
    mutating func name(of what: String) throws(DiagnosticsError) -> YAMLEvent.Text {
        position += 1
        let start = position
        while !bytes[position].isBlank, !bytes[position].isFlowIndicator {
            guard bytes[position] >= 0x20 else { throw controlCharacter() }
            position += 1
        }
        guard position > start else {
            throw fault(.missingName, "found \(found), expected the name of an \(what)")
        }
        return .source(start: start, end: position)
    }

    /// A tag with its handle resolved: `!!str`, `!local`, `!e!name`, `!<verbatim>`, or `!` alone.
    private mutating func tag() throws(DiagnosticsError) -> String {
        let start = position
        position += 1
        if bytes[position] == 0x3C {
            position += 1
            let text = position
            while bytes[position].isURI { position += 1 }
            guard bytes[position] == 0x3E, position > text else {
                throw fault(.invalidTag, "found \(found) in a tag, expected '>' at its end")
            }
            position += 1
            return try decoded(text, position - 1)
        }
        var handle = "!"
        var name = position
        while bytes[position].isWord { position += 1 }
        if bytes[position] == 0x21 {
            position += 1
            handle = bytes.text(start, position)
            name = position
        }
        while bytes[position].isURI, bytes[position] != 0x21, !bytes[position].isFlowIndicator { position += 1 }
        guard let prefix = tagHandles[handle] else {
            throw fault(
                .undefinedTagHandle, "the tag handle \(handle) is not declared in this document", at: start,
                notes: [.init("declare it above '---': %TAG \(handle) prefix")])
        }
        guard position > name || handle == "!" else {
            throw fault(.invalidTag, "found \(found) after the tag handle \(handle), expected a name")
        }
        if position == name { return "!" }
        return prefix + (try decoded(name, position))
    }

    /// Text with `%xx` replaced by the bytes that it stands for.
    private func decoded(_ start: Int, _ end: Int) throws(DiagnosticsError) -> String {
        guard bytes.buffer(start, end).contains(0x25) else { return bytes.text(start, end) }
        var text: [UInt8] = []
        var index = start
        while index < end {
            if bytes[index] == 0x25 {
                guard let high = bytes.hexadecimalDigit(at: index + 1), let low = bytes.hexadecimalDigit(at: index + 2)
                else { throw fault(.invalidTag, "'%' in a tag needs two hexadecimal digits", at: index) }
                text.append(high << 4 | low)
                index += 3
            } else {
                text.append(bytes[index])
                index += 1
            }
        }
        let string = String(decoding: text, as: UTF8.self)
        guard string.utf8.elementsEqual(text) else {
            throw fault(.invalidTag, "the tag does not decode to UTF-8", at: start)
        }
        return string
    }

    private func twice(
        _ what: String, _ second: YAMLProperties.Property, _ first: YAMLProperties.Property
    ) -> DiagnosticsError {
        fault(
            .duplicateProperty, "the value has two \(what)", at: second.offset,
            notes: [note("this is the first", at: first.offset)])
    }
}
