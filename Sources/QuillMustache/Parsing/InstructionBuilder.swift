/// Lays the elements of a template out as steps and tables.
struct InstructionBuilder {
    private(set) var instructions: [Instruction] = []
    private(set) var literals: [Literal] = []
    private(set) var paths: [ValuePath] = []
    private(set) var inclusions: [Inclusion] = []
    private(set) var sites: [BlockSite] = []

    mutating func add(_ elements: [Element]) {
        var literal = PendingLiteral()
        for element in elements {
            switch element {
            case .text(let text):
                literal.add(text)
                continue
            case .line(let whitespace):
                literal.startLine(whitespace)
                continue
            default:
                flush(&literal)
            }
            switch element {
            case .text, .line:
                break
            case .variable(let path, let isEscaped, let position):
                instructions.append(.variable(path: index(of: path), isEscaped: isEscaped, position))
            case .section(let path, let isInverted, let content):
                let path = index(of: path)
                enclose(content) { .section(path: path, isInverted: isInverted, end: $0) }
            case .partial(let name, let indentation, let position):
                instructions.append(.partial(inclusion: inclusions.count))
                inclusions.append(
                    Inclusion(name: name, indentation: indentation, position: position, overrides: []))
            case .block(let name, let whitespace, let isInline, let content):
                // A default that has lines of its own says by them how the block is indented (Mustache `~inheritance`,
                // "Intrinsic indentation").
                let indentation = isInline ? whitespace : content.commonIndentation ?? whitespace
                let site = sites.count
                sites.append(BlockSite(name: name, indentation: indentation, isInline: isInline))
                enclose(content) { .block(site: site, end: $0) }
            case .parent(let name, let indentation, let position, let overrides):
                addParent(name, indentation, position, overrides)
            }
        }
        flush(&literal)
    }

    private mutating func addParent(
        _ name: String, _ indentation: String?, _ position: TemplatePosition,
        _ overrides: [(name: String, [Element])]
    ) {
        let start = instructions.count
        // Stands in for the step whose end is not known yet.
        instructions.append(.parent(inclusion: 0, end: start))
        var ranges: [(name: String, content: Range<Int>)] = []
        for (name, content) in overrides {
            let first = instructions.count
            add(content)
            ranges.append((name, first..<instructions.count))
        }
        instructions[start] = .parent(inclusion: inclusions.count, end: instructions.count)
        inclusions.append(Inclusion(name: name, indentation: indentation, position: position, overrides: ranges))
    }

    private mutating func enclose(_ content: [Element], _ instruction: (_ end: Int) -> Instruction) {
        let start = instructions.count
        instructions.append(instruction(start))
        add(content)
        instructions[start] = instruction(instructions.count)
    }

    private mutating func index(of path: ValuePath) -> Int {
        if let index = paths.firstIndex(where: { $0.name == path.name }) { return index }
        paths.append(path)
        return paths.count - 1
    }

    private mutating func flush(_ literal: inout PendingLiteral) {
        guard !literal.segments.isEmpty else { return }
        instructions.append(.literal(literals.count))
        literals.append(
            Literal(
                text: literal.segments.joined(), segments: literal.segments, startsLine: literal.startsLine))
        literal = PendingLiteral()
    }

    /// Text and line beginnings that follow each other.
    private struct PendingLiteral {
        var segments: [String] = []
        var startsLine = false

        mutating func startLine(_ whitespace: String) {
            if segments.isEmpty { startsLine = true }
            segments.append(whitespace)
        }

        mutating func add(_ text: String) {
            if let last = segments.popLast() {
                segments.append(last + text)
            } else {
                segments.append(text)
            }
        }
    }
}
