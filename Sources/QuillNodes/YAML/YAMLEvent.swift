/// One event of a YAML stream, as the YAML test suite writes them: `+MAP`, `=VAL :text`, `-MAP`.
///
/// Plain data without references, since a document has hundreds of thousands: texts and properties stand in the
/// ``YAMLEventStream`` and are named here by their place.
struct YAMLEvent: Sendable {
    enum Kind: Sendable {
        case streamStart
        case streamEnd
        /// Explicit where `---` stands.
        case documentStart(isExplicit: Bool)
        /// Explicit where `...` stands.
        case documentEnd(isExplicit: Bool)
        case sequenceStart(isFlow: Bool)
        case sequenceEnd
        case mappingStart(isFlow: Bool)
        case mappingEnd
        case scalar(Text, ScalarStyle)
        /// `*name`.
        case alias(Text)
    }

    enum ScalarStyle: UInt8, Sendable {
        case plain, singleQuoted, doubleQuoted, literal, folded
    }

    enum Text: Sendable {
        /// The bytes of the document as they stand there.
        case source(start: Int, end: Int)
        /// A text that differs from how it is written, by its index in ``YAMLEventStream/texts``.
        case built(Int)
    }

    let kind: Kind
    /// Where it starts in the document.
    let offset: Int
    /// The index of the node's properties in ``YAMLEventStream/properties``.
    var properties: Int?
}

/// What precedes a node: `&anchor !tag`.
struct YAMLProperties: Sendable {
    struct Property: Sendable {
        let text: String
        let offset: Int
    }

    /// Where they start.
    let offset: Int
    var anchor: Property?
    /// The tag with its handle resolved: `tag:yaml.org,2002:str` for `!!str`, `!local` for `!local`.
    var tag: Property?
}

/// The events of a document in order, with what they refer to.
struct YAMLEventStream {
    let bytes: DocumentBytes
    var events: [YAMLEvent] = []
    var texts: [String] = []
    var properties: [YAMLProperties] = []

    func text(_ text: YAMLEvent.Text) -> String {
        switch text {
        case .source(let start, let end): bytes.text(start, end)
        case .built(let index): texts[index]
        }
    }

    func properties(of event: YAMLEvent) -> YAMLProperties? {
        event.properties.map { properties[$0] }
    }
}
