import QuillDiagnostics

/// What tags and the core schema make of values (YAML 1.2 §10.3).
extension YAMLComposer {
    static let mergeTag = prefix + "merge"
    private static let prefix = "tag:yaml.org,2002:"

    /// The value of a scalar: by its tag, or else a plain one by the core schema. Tags unknown here leave a string.
    func value(
        _ event: YAMLEvent, _ text: YAMLEvent.Text, _ style: YAMLEvent.ScalarStyle, _ tag: YAMLProperties.Property?
    ) throws(DiagnosticsError) -> Node.Value {
        guard let tag else {
            // A text that had to be put together spans lines, so that it can only be a string.
            guard style == .plain, case .source(let start, let end) = text else { return .string(stream.text(text)) }
            switch YAMLCoreSchema.meaning(of: stream.bytes, start, end) {
            case .null: return .null
            case .bool(let value): return .bool(value)
            case .integer(let number), .float(let number): return .number(number)
            case .string: return .string(stream.text(text))
            case .notFinite: throw notFinite(event)
            case .tooLarge: throw tooLarge(event)
            }
        }
        guard tag.text.hasPrefix(Self.prefix) else { return .string(stream.text(text)) }
        let type = tag.text.dropFirst(Self.prefix.count)
        var string = stream.text(text)
        let meaning = string.withUTF8 { YAMLCoreSchema.meaning(of: DocumentBytes($0), 0, $0.count) }
        switch (type, meaning) {
        case ("null", .null): return .null
        case ("bool", .bool(let value)): return .bool(value)
        case ("int", .integer(let number)), ("float", .integer(let number)), ("float", .float(let number)):
            return .number(number)
        case ("float", .notFinite): throw notFinite(event)
        case ("int", .tooLarge), ("float", .tooLarge): throw tooLarge(event)
        case ("null", _), ("bool", _), ("int", _), ("float", _):
            throw fault(.tagMismatch, "\"\(string)\" is not what the tag !!\(type) says", at: event.offset)
        case ("seq", _), ("map", _), ("set", _), ("omap", _):
            throw fault(.tagMismatch, "the tag !!\(type) stands before a scalar", at: tag.offset)
        default:
            return .string(string)
        }
    }

    /// That a tag of the core schema fits the collection behind it.
    func check(_ tag: YAMLProperties.Property, isMapping: Bool) throws(DiagnosticsError) {
        guard tag.text.hasPrefix(Self.prefix) else { return }
        let type = tag.text.dropFirst(Self.prefix.count)
        switch type {
        case "seq" where isMapping, "omap" where isMapping, "map" where !isMapping, "set" where !isMapping,
            "str", "int", "float", "bool", "null":
            throw fault(
                .tagMismatch, "the tag !!\(type) stands before a \(isMapping ? "mapping" : "sequence")",
                at: tag.offset)
        default:
            break
        }
    }

    private func notFinite(_ event: YAMLEvent) -> DiagnosticsError {
        fault(
            .numberNotFinite, "infinity and not-a-number have no form in JSON, expected a number", at: event.offset,
            notes: [.init("put it in quotes where a text is meant")])
    }

    private func tooLarge(_ event: YAMLEvent) -> DiagnosticsError {
        fault(.numberTooLarge, "the number does not fit 64 bits, write it in decimal digits", at: event.offset)
    }
}
