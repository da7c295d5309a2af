/// One step of rendering. What it needs stands in the template's tables, by number, so that steps are plain bits.
///
/// Steps with an `end` enclose those from the next one up to it.
enum Instruction: Sendable {
    case literal(Int)
    case variable(path: Int, isEscaped: Bool, TemplatePosition)
    case section(path: Int, isInverted: Bool, end: Int)
    case partial(inclusion: Int)
    /// Encloses what is rendered when nobody gives the block.
    case block(site: Int, end: Int)
    /// Encloses the blocks that it gives.
    case parent(inclusion: Int, end: Int)
}

/// Text that is rendered as it stands, except that lines of an indented template begin with the indentation.
struct Literal: Sendable {
    let text: String
    /// The text in pieces, each but the first the beginning of a line that is to be indented.
    let segments: [String]
    /// Whether the first piece, too, is the beginning of such a line.
    let startsLine: Bool
}

/// A name split at its periods; no parts stand for `.`, the value on top.
struct ValuePath: Sendable {
    let name: String
    let keys: [Key]

    struct Key: Sendable {
        let name: String
        let hash: Int

        init(_ name: String) {
            self.name = name
            hash = name.hashValue
        }
    }
}

/// A partial or parent that is rendered in this place.
struct Inclusion: Sendable {
    let name: String
    /// What stands before a tag that has its line to itself; nil where there is more on the line.
    let indentation: String?
    let position: TemplatePosition
    /// The blocks that a parent is given, each by the steps of its content.
    let overrides: [(name: String, content: Range<Int>)]
}

/// The place of a block that an including template may give.
struct BlockSite: Sendable {
    let name: String
    /// What lines of the given content are indented by.
    let indentation: String
    /// Whether the given content begins in the middle of a line.
    let isInline: Bool
}
