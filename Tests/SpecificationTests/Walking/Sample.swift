import QuillNodes

/// A document with everything that a version has.
struct Sample: Sendable {
    let root: Node
    let kind: String
    let objects: [String: SpecificationObject]
    let occurrences: [Occurrence]

    init(_ root: Node, kind: String, objects: [String: SpecificationObject]) {
        self.root = root
        self.kind = kind
        self.objects = objects
        occurrences = Occurrence.all(in: root, of: kind, by: objects)
    }
}
