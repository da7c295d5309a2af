import QuillDiagnostics

/// What the parser says where it cannot go on.
extension YAMLParser {
    func fault(
        _ code: DiagnosticCode, _ message: String, at offset: Int? = nil, notes: [Diagnostic.Note] = []
    ) -> DiagnosticsError {
        DiagnosticsError([
            .error(code, message, at: SourceLocation(source, offset: offset ?? position), notes: notes)
        ])
    }

    func note(_ message: String, at offset: Int) -> Diagnostic.Note {
        Diagnostic.Note(message, at: SourceLocation(source, offset: offset))
    }

    /// What stands at the position, for messages.
    var found: String { bytes.description(at: position) }

    func controlCharacter() -> DiagnosticsError {
        fault(.controlCharacter, "\(found) cannot stand in YAML as it is, only escaped in double quotes")
    }

    func tabIndentation(at offset: Int) -> DiagnosticsError {
        fault(.tabIndentation, "YAML is indented by spaces, found a tab", at: offset)
    }

    func unseparatedComment() -> DiagnosticsError {
        fault(.unseparatedComment, "a comment needs a space before its '#'")
    }

    func aliasWithProperties(at offset: Int) -> DiagnosticsError {
        fault(.aliasWithProperties, "an alias cannot have an anchor or a tag of its own", at: offset)
    }

    /// Something stands behind a node that is complete.
    func unexpectedContent() -> DiagnosticsError {
        if isFresh, position - lineStart == indent, !bytes.isIndicator(0x3A, at: position) {
            return fault(
                .unexpectedContent, "found \(found), expected the end of the document",
                notes: [.init("the line belongs to nothing before it: check its indentation")])
        }
        if bytes.isIndicator(0x3A, at: position) {
            return fault(.unexpectedContent, "found ':' after a value that cannot be a key")
        }
        return fault(.unexpectedContent, "found \(found) after a complete value, expected the end of the line")
    }
}
