/// Carries out the steps of templates.
struct Renderer {
    private let library: TemplateLibrary
    private(set) var output = ""
    /// The values that enclose the place, innermost last.
    private var values: [TemplateValue]
    /// The blocks that are given to the templates being rendered, outermost first.
    private var frames: [Frame] = []
    /// What lines begin with.
    private var indentation = ""
    /// Whether the next line beginning goes on with a line that is already indented.
    private var isContinuing = false
    private var depth = 0

    /// Bounds the stack: templates may include themselves, as often as the value has levels.
    private static let maximumDepth = 256

    /// What a parent tag gives.
    private struct Frame {
        let template: Template
        let overrides: [(name: String, content: Range<Int>)]
    }

    init(_ library: TemplateLibrary, _ value: TemplateValue) {
        self.library = library
        values = [value]
    }

    mutating func render(_ template: Template) throws(TemplateError) {
        try run(template.instructions.indices, of: template)
    }

    private mutating func run(_ range: Range<Int>, of template: Template) throws(TemplateError) {
        depth += 1
        var index = range.lowerBound
        while index < range.upperBound {
            switch template.instructions[index] {
            case .literal(let number):
                append(template.literals[number])
                index += 1
            case .variable(let path, let isEscaped, let position):
                try append(template.paths[path], isEscaped: isEscaped, position, of: template)
                index += 1
            case .section(let path, let isInverted, let end):
                try renderSection(template.paths[path], isInverted: isInverted, index + 1..<end, of: template)
                index = end
            case .partial(let inclusion):
                try include(template.inclusions[inclusion], of: template)
                index += 1
            case .block(let site, let end):
                try renderBlock(template.sites[site], index + 1..<end, of: template)
                index = end
            case .parent(let inclusion, let end):
                frames.append(Frame(template: template, overrides: template.inclusions[inclusion].overrides))
                try include(template.inclusions[inclusion], of: template)
                frames.removeLast()
                index = end
            }
        }
        depth -= 1
    }

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
        _ path: ValuePath, isEscaped: Bool, _ position: TemplatePosition, of template: Template
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

    private mutating func renderSection(
        _ path: ValuePath, isInverted: Bool, _ content: Range<Int>, of template: Template
    ) throws(TemplateError) {
        let value = value(of: path) ?? .null
        if isInverted {
            if value.isFalse { try run(content, of: template) }
        } else if case .list(let elements) = value {
            for element in elements {
                values.append(element)
                try run(content, of: template)
                values.removeLast()
            }
        } else if !value.isFalse {
            values.append(value)
            try run(content, of: template)
            values.removeLast()
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
    private mutating func include(_ inclusion: Inclusion, of template: Template) throws(TemplateError) {
        guard let included = library.templates[inclusion.name] else {
            guard library.isStrict else { return }
            throw template.error(at: inclusion.position, "there is no template '\(inclusion.name)'")
        }
        guard depth < Self.maximumDepth else {
            throw template.error(
                at: inclusion.position,
                "'\(inclusion.name)' would be the template at depth \(depth + 1), and \(Self.maximumDepth) is the limit")
        }
        try run(
            included.instructions.indices, of: included,
            indentedBy: inclusion.indentation ?? "", isInline: inclusion.indentation == nil)
    }

    /// The outermost template that gives the block decides, so that a template can be derived from a derived one.
    private mutating func renderBlock(
        _ site: BlockSite, _ standard: Range<Int>, of template: Template
    ) throws(TemplateError) {
        for (number, frame) in frames.enumerated() {
            guard let override = frame.overrides.first(where: { $0.name == site.name }) else { continue }
            // Blocks within the content belong to the template that it was written in, not to the one it was given to.
            let hidden = frames
            frames = Array(frames[..<number])
            try run(override.content, of: frame.template, indentedBy: site.indentation, isInline: site.isInline)
            frames = hidden
            return
        }
        try run(standard, of: template)
    }

    /// Runs steps with lines that are indented further. Steps that are inline go on with the line that they begin in.
    private mutating func run(
        _ range: Range<Int>, of template: Template, indentedBy added: String, isInline: Bool
    ) throws(TemplateError) {
        let outer = (indentation: indentation, isContinuing: isContinuing)
        indentation += added
        isContinuing = isInline
        try run(range, of: template)
        indentation = outer.indentation
        isContinuing = isContinuing && outer.isContinuing
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
