/// Carries out the steps of templates.
///
/// What is entered and not finished yet is kept in a list, not on the thread's stack: how deep templates and values are
/// nested does not depend on where Quill runs.
struct Renderer {
    private let library: TemplateLibrary
    private(set) var output = ""
    /// The values that enclose the place, innermost last.
    private var values: [TemplateValue]
    /// The blocks that are given to the templates being rendered, outermost first.
    private var gifts: [Gift] = []
    /// What lines begin with.
    private var indentation = ""
    /// Whether the next line beginning goes on with a line that is already indented.
    private var isContinuing = false

    private var template: Template
    private var place: Place
    private var entered: [Entry] = []

    private static let maximumDepth = 512

    /// The next step, and the end of the steps that it belongs to.
    private struct Place {
        /// The template's number in the library.
        var template: Int
        var step: Int
        var end: Int
    }

    /// What a parent tag gives.
    private struct Gift {
        let template: Int
        let overrides: [(name: String, content: Range<Int>)]
    }

    /// Where to go on when the current steps are done, and what to put back then.
    private struct Entry {
        enum Kind {
            /// Steps that are done once more for each element that is left.
            case section(elements: [TemplateValue], start: Int)
            /// A block that nobody gives.
            case block
            /// Another template, or a block's content in another one.
            case template(indentation: String, isContinuing: Bool, gifts: [Gift]?)
        }

        let kind: Kind
        let place: Place
        /// The element of a section that comes next.
        var next = 1
    }

    init(_ library: TemplateLibrary, template number: Int, _ value: TemplateValue) {
        self.library = library
        values = [value]
        template = library.templates[number]
        place = Place(template: number, step: 0, end: template.instructions.count)
    }

    /// Renders the template.
    mutating func run() throws(TemplateError) {
        while true {
            guard place.step < place.end else {
                if leave() { continue } else { return }
            }
            let step = place.step
            place.step += 1
            switch template.instructions[step] {
            case .literal(let number):
                append(template.literals[number])
            case .variable(let path, let isEscaped, let position):
                try append(template.paths[path], isEscaped: isEscaped, position)
            case .section(let path, let isInverted, let end):
                place.step = end
                enterSection(template.paths[path], isInverted: isInverted, step + 1..<end)
            case .partial(let inclusion):
                try include(template.inclusions[inclusion], givesBlocks: false)
            case .block(let site, let end):
                place.step = end
                enterBlock(template.sites[site], standard: step + 1..<end)
            case .parent(let inclusion, let end):
                place.step = end
                try include(template.inclusions[inclusion], givesBlocks: true)
            }
        }
    }

    private mutating func enter(_ range: Range<Int>, of number: Int, _ kind: Entry.Kind) {
        entered.append(Entry(kind: kind, place: place))
        move(to: Place(template: number, step: range.lowerBound, end: range.upperBound))
    }

    /// Goes on behind the steps that are done, or with the next element; false at the end of it all.
    private mutating func leave() -> Bool {
        guard let last = entered.indices.last else { return false }
        let entry = entered[last]
        switch entry.kind {
        case .section(let elements, let start):
            values.removeLast()
            if entry.next < elements.count {
                values.append(elements[entry.next])
                place.step = start
                entered[last].next += 1
                return true
            }
        case .block:
            break
        case .template(let indentation, let wasContinuing, let gifts):
            self.indentation = indentation
            isContinuing = isContinuing && wasContinuing
            if let gifts { self.gifts = gifts }
        }
        entered.removeLast()
        move(to: entry.place)
        return true
    }

    private mutating func move(to place: Place) {
        if place.template != self.place.template { template = library.templates[place.template] }
        self.place = place
    }
}

// MARK: - Texts and values

extension Renderer {
    private mutating func append(_ literal: Literal) {
        if indentation.isEmpty {
            output += literal.text
        } else {
            for (number, segment) in literal.segments.enumerated() {
                if number > 0 || (literal.startsLine && !isContinuing) { output += indentation }
                output += segment
            }
        }
        isContinuing = false
    }

    private mutating func append(
        _ path: ValuePath, isEscaped: Bool, _ position: TemplatePosition
    ) throws(TemplateError) {
        let text: String
        switch value(of: path) {
        case .text(let value): text = value
        case .number(let value): text = String(value)
        case .bool(let value): text = value ? "true" : "false"
        case .null: return
        case .list, .object:
            guard library.isStrict else { return }
            throw template.error(at: position, "'\(path.name)' is a list or an object, and a text is expected")
        case nil:
            guard library.isStrict else { return }
            throw template.error(at: position, "there is no '\(path.name)'")
        }
        output += isEscaped ? library.escape(text) : text
    }

    private mutating func enterSection(_ path: ValuePath, isInverted: Bool, _ content: Range<Int>) {
        let value = value(of: path) ?? .null
        guard value.isFalse == isInverted else { return }
        switch value {
        case _ where isInverted:
            enter(content, of: place.template, .block)
        case .list(let elements):
            enter(content, of: place.template, .section(elements: elements, start: content.lowerBound))
            values.append(elements[0])
        default:
            enter(content, of: place.template, .section(elements: [], start: content.lowerBound))
            values.append(value)
        }
    }

    /// What a name stands for: its first part in the innermost object that has it, the others in what that led to.
    private func value(of path: ValuePath) -> TemplateValue? {
        guard let first = path.keys.first else { return values.last }
        var index = values.count - 1
        while index >= 0 {
            if var found = values[index].value(for: first) {
                for key in path.keys.dropFirst() {
                    guard let next = found.value(for: key) else { return nil }
                    found = next
                }
                return found
            }
            index -= 1
        }
        return nil
    }
}

// MARK: - Partials and inheritance

extension Renderer {
    private mutating func include(_ inclusion: Inclusion, givesBlocks: Bool) throws(TemplateError) {
        guard let number = library.number(of: inclusion.name) else {
            guard library.isStrict else { return }
            throw template.error(at: inclusion.position, "there is no template '\(inclusion.name)'")
        }
        guard entered.count < Self.maximumDepth else {
            let tag = "{{\(givesBlocks ? "<" : ">")\(inclusion.name)}}"
            throw template.error(
                at: inclusion.position, "'\(tag)' is nested deeper than \(Self.maximumDepth) levels")
        }
        let outer = gifts
        if givesBlocks { gifts.append(Gift(template: place.template, overrides: inclusion.overrides)) }
        enter(
            library.templates[number].instructions.indices, of: number, restoring: givesBlocks ? outer : nil,
            indentedBy: inclusion.indentation ?? "", isInline: inclusion.indentation == nil)
    }

    /// The outermost template that gives the block decides, so that a template can be derived from a derived one.
    private mutating func enterBlock(_ site: BlockSite, standard: Range<Int>) {
        for (number, gift) in gifts.enumerated() {
            guard let override = gift.overrides.first(where: { $0.name == site.name }) else { continue }
            let outer = gifts
            // Blocks within the content belong to the template that it was written in, not to the one it is given to.
            gifts = Array(gifts[..<number])
            enter(
                override.content, of: gift.template, restoring: outer, indentedBy: site.indentation,
                isInline: site.isInline)
            return
        }
        enter(standard, of: place.template, .block)
    }

    /// Enters steps with lines that are indented further. Steps that are inline go on with the line they begin in.
    private mutating func enter(
        _ range: Range<Int>, of number: Int, restoring gifts: [Gift]?, indentedBy added: String, isInline: Bool
    ) {
        enter(range, of: number, .template(indentation: indentation, isContinuing: isContinuing, gifts: gifts))
        indentation += added
        isContinuing = isInline
    }
}

extension TemplateValue {
    /// Whether a section is not rendered for it.
    fileprivate var isFalse: Bool {
        switch self {
        case .text(let text): text.isEmpty
        case .bool(let bool): !bool
        case .number(let number): number == 0
        case .list(let elements): elements.isEmpty
        case .object: false
        case .null: true
        }
    }
}
