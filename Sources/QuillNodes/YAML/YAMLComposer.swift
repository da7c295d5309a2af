import QuillDiagnostics

/// Turns YAML events into nodes: resolves aliases, tags, merge keys and the core schema.
///
/// What an alias stands for is shared, never copied. Its size and depth are known from where its anchor was composed,
/// so that an alias bomb is refused by adding numbers.
struct YAMLComposer {
    let source: SourceText
    let stream: YAMLEventStream
    private let limits: ReadingLimits

    private var nodes: [Node] = []
    /// The sequences and mappings that are open, outermost first.
    private var frames: [Frame] = []
    /// The elements of all open sequences, and the members of all open mappings: each frame owns those from its `base`.
    private var elements: [Node] = []
    private var members: [NodeObject.Member] = []

    private var anchors: [String: Anchor] = [:]
    private var anchorCount = 0
    /// The nodes that aliases have stood for so far.
    private var aliasedNodes = 0

    fileprivate struct Frame {
        let isMapping: Bool
        let start: Int
        let base: Int
        let anchor: (name: String, id: Int)?
        /// The key whose value comes next.
        var key: String?
        var keyStart = 0
        var isMergeKey = false
        var hasMergeKey = false
        var extent = Extent()
    }

    /// How large a node is once its aliases are written out.
    fileprivate struct Extent {
        var size = 1
        /// Collections within each other; 0 for a scalar.
        var depth = 0

        mutating func add(_ child: Extent) {
            size += child.size
            depth = max(depth, child.depth + 1)
        }
    }

    private struct Anchor {
        /// Tells apart anchors of one name, where the latest in the text counts.
        let id: Int
        let offset: Int
        /// Nil while the node is open: an alias to it would contain itself.
        var target: (node: Node, extent: Extent)?
    }

    /// The documents of the stream in order.
    static func documents(
        of source: SourceText, _ stream: YAMLEventStream, limits: ReadingLimits
    ) throws(DiagnosticsError) -> [Node] {
        var composer = YAMLComposer(source: source, stream: stream, limits: limits)
        for event in stream.events { try composer.add(event) }
        return composer.nodes
    }

    private init(source: SourceText, stream: YAMLEventStream, limits: ReadingLimits) {
        self.source = source
        self.stream = stream
        self.limits = limits
    }

    private mutating func add(_ event: YAMLEvent) throws(DiagnosticsError) {
        switch event.kind {
        case .streamStart, .streamEnd, .documentEnd:
            break
        case .documentStart:
            anchors.removeAll()
        case .scalar(let text, let style):
            try addScalar(event, text, style)
        case .alias(let name):
            try addAlias(event, stream.text(name))
        case .sequenceStart:
            try open(event, isMapping: false)
        case .mappingStart:
            try open(event, isMapping: true)
        case .sequenceEnd, .mappingEnd:
            try close()
        }
    }

    // MARK: Scalars and aliases

    private mutating func addScalar(
        _ event: YAMLEvent, _ text: YAMLEvent.Text, _ style: YAMLEvent.ScalarStyle
    ) throws(DiagnosticsError) {
        let properties = stream.properties(of: event)
        let location = SourceLocation(source, offset: event.offset)
        if frames.awaitsKey {
            let key = stream.text(text)
            if let anchor = openAnchor(properties) {
                let node = Node(try value(event, text, style, properties?.tag), at: location)
                close(anchor, node, Extent())
            }
            let isMerge = key == "<<" && style == .plain && (properties?.tag?.text ?? Self.mergeTag) == Self.mergeTag
            setKey(key, at: event.offset, isMerge: isMerge)
            return
        }
        let node = Node(try value(event, text, style, properties?.tag), at: location)
        if let anchor = openAnchor(properties) { close(anchor, node, Extent()) }
        try add(node, Extent())
    }

    private mutating func addAlias(_ event: YAMLEvent, _ name: String) throws(DiagnosticsError) {
        guard let anchor = anchors[name] else {
            throw fault(.undefinedAlias, "no anchor &\(name) stands before this alias", at: event.offset)
        }
        guard let (node, extent) = anchor.target else {
            throw fault(
                .recursiveAlias, "the alias *\(name) stands within the value that it names", at: event.offset,
                notes: [.init("the value starts here", at: SourceLocation(source, offset: anchor.offset))])
        }
        aliasedNodes += extent.size
        guard aliasedNodes <= limits.aliasedNodes else {
            throw fault(
                .tooManyAliases, "aliases stand for more than \(limits.aliasedNodes) values, too many to read",
                at: event.offset)
        }
        try checkDepth(frames.count + extent.depth, at: event.offset)
        guard frames.awaitsKey else { return try add(node, extent) }
        switch node.value {
        case .null: setKey("null", at: event.offset)
        case .bool(let value): setKey(value ? "true" : "false", at: event.offset)
        case .number(let number): setKey(number.text, at: event.offset)
        case .string(let string): setKey(string, at: event.offset)
        case .array, .object: throw complexKey(at: event.offset)
        }
    }

    // MARK: Sequences and mappings

    private mutating func open(_ event: YAMLEvent, isMapping: Bool) throws(DiagnosticsError) {
        if frames.awaitsKey { throw complexKey(at: event.offset) }
        try checkDepth(frames.count + 1, at: event.offset)
        let properties = stream.properties(of: event)
        if let tag = properties?.tag { try check(tag, isMapping: isMapping) }
        frames.append(
            Frame(
                isMapping: isMapping, start: event.offset, base: isMapping ? members.count : elements.count,
                anchor: openAnchor(properties)))
    }

    private mutating func close() throws(DiagnosticsError) {
        guard let frame = frames.popLast() else { return }
        let value: Node.Value
        if frame.isMapping {
            let own = Array(members[frame.base...])
            members.removeLast(own.count)
            let object = try NodeObject(reading: own)
            value = .object(frame.hasMergeKey ? try YAMLMerge.merged(own) : object)
        } else {
            let own = Array(elements[frame.base...])
            elements.removeLast(own.count)
            value = .array(own)
        }
        let node = Node(value, at: SourceLocation(source, offset: frame.start))
        var extent = frame.extent
        extent.depth = max(extent.depth, 1)
        if let anchor = frame.anchor { close(anchor, node, extent) }
        try add(node, extent)
    }

    /// Puts a finished node where it belongs.
    private mutating func add(_ node: Node, _ extent: Extent) throws(DiagnosticsError) {
        let last = frames.count - 1
        guard last >= 0 else {
            nodes.append(node)
            return
        }
        var extent = extent
        if frames[last].isMergeKey {
            frames[last].hasMergeKey = true
            // What is merged does not nest: its members become members of this mapping.
            extent.depth -= node.array == nil ? 1 : 2
        }
        frames[last].extent.add(extent)
        guard frames[last].isMapping else {
            elements.append(node)
            return
        }
        guard let key = frames[last].key else { return }
        members.append(
            .init(key: key, keyLocation: SourceLocation(source, offset: frames[last].keyStart), value: node))
        frames[last].key = nil
        frames[last].isMergeKey = false
    }

    private mutating func setKey(_ key: String, at offset: Int, isMerge: Bool = false) {
        let last = frames.count - 1
        frames[last].key = key
        frames[last].keyStart = offset
        frames[last].isMergeKey = isMerge
    }

    private func checkDepth(_ depth: Int, at offset: Int) throws(DiagnosticsError) {
        guard depth <= limits.depth else {
            throw fault(
                .nestingTooDeep, "sequences and mappings are nested more than \(limits.depth) deep", at: offset)
        }
    }

    private func complexKey(at offset: Int) -> DiagnosticsError {
        fault(.complexKey, "a sequence or mapping cannot be a key, expected a text", at: offset)
    }

    // MARK: Anchors

    private mutating func openAnchor(_ properties: YAMLProperties?) -> (name: String, id: Int)? {
        guard let anchor = properties?.anchor else { return nil }
        anchorCount += 1
        anchors[anchor.text] = Anchor(id: anchorCount, offset: anchor.offset)
        return (anchor.text, anchorCount)
    }

    private mutating func close(_ anchor: (name: String, id: Int), _ node: Node, _ extent: Extent) {
        guard anchors[anchor.name]?.id == anchor.id else { return }
        anchors[anchor.name]?.target = (node, extent)
    }

    func fault(
        _ code: DiagnosticCode, _ message: String, at offset: Int, notes: [Diagnostic.Note] = []
    ) -> DiagnosticsError {
        DiagnosticsError([.error(code, message, at: SourceLocation(source, offset: offset), notes: notes)])
    }
}

extension [YAMLComposer.Frame] {
    /// Whether the next node is a key of the innermost mapping.
    fileprivate var awaitsKey: Bool {
        !isEmpty && self[count - 1].isMapping && self[count - 1].key == nil
    }
}
