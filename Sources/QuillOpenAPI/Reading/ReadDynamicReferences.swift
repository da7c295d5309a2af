import QuillDiagnostics
import QuillNodes

/// A `$dynamicRef` that was read as a reference to the schema at a place.
struct DynamicReference {
    /// The name of the `$dynamicAnchor`.
    let name: String
    let location: SourceLocation
}

/// References whose target depends on the way on which they are reached (JSON Schema Core 2020-12 §8.2.3.2). Types do
/// not: where one schema alone can be meant they are plain references, and where several can, the nearest is taken.
extension DocumentReading {
    /// A schema with a `$dynamicRef` and without a `$ref`.
    mutating func dynamicReference(
        _ reference: Node, beside object: NodeObject, at location: SourceLocation
    ) -> OpenAPI.SchemaReference? {
        let siblings = object.count > 1 || version < .v3_1 ? schema(object, at: location) : nil
        guard let target = dynamicTarget(of: reference) else {
            return .inline(siblings ?? OpenAPI.Schema(at: location))
        }
        return .reference(target: target, siblings: siblings, location: location)
    }

    /// A `$dynamicRef` by itself.
    mutating func dynamicReference(_ reference: Node, at location: SourceLocation) -> OpenAPI.SchemaReference? {
        dynamicTarget(of: reference).map { .reference(target: $0, siblings: nil, location: location) }
    }

    private mutating func dynamicTarget(of reference: Node) -> OpenAPI.Identity? {
        guard let text = text(reference, field: "$dynamicRef"),
            let target = target(of: text, at: reference.location, kind: .schema)
        else { return nil }
        // Without a dynamic anchor where it leads at first it is a plain reference.
        if let name = target.node["$dynamicAnchor"]?.string, text.hasSuffix("#" + name) {
            if Self.isPlaceholder(target), files.dynamicAnchors(named: name).count > 1 {
                warn(
                    .dynamicReference,
                    "`\(text)` is a schema that others fill in, each with its own; it is read as one that allows "
                        + "anything", at: reference.location, note: "write a `$ref` to the schema that is meant")
                return nil
            }
            dynamicReferences.append(DynamicReference(name: name, location: reference.location))
        }
        noteReferred(to: target)
        return target.identity
    }

    /// Whether a schema with a dynamic anchor only stands for those that others put in its place, as a parameter of a
    /// generic type does. One that is extended is a whole schema, and what extends it can be read as it.
    private static func isPlaceholder(_ target: FileSet.Target) -> Bool {
        let components = JSONPointer.components(of: target.identity.pointer)
        return components.dropLast().last == "$defs"
    }

    /// Said in the end, when all files are known.
    mutating func warnAmbiguousDynamicReferences() {
        for reference in dynamicReferences where files.dynamicAnchors(named: reference.name).count > 1 {
            warn(
                .dynamicReference,
                "several schemas have the `$dynamicAnchor` `\(reference.name)`, and which of them is meant depends on "
                    + "where the schema is used; the nearest is taken",
                at: reference.location, note: "write a `$ref` to the schema that is meant")
        }
        dynamicReferences = []
    }

    /// What 2019-09's `$recursiveRef: '#'` means in a schema that nothing extends: the one with an `$id` that it is in,
    /// or the whole file, or else the component, which must say then that it is meant.
    mutating func recursiveTarget() -> OpenAPI.Identity? {
        let isFile = file != 0 && outermostSchema?.identity.pointer.isEmpty == true
        if resource != nil || isFile, case .success(let target) = files.target(of: "#", from: file, within: resource) {
            noteReferred(to: target)
            return target.identity
        }
        guard let outermost = outermostSchema, outermost.node["$recursiveAnchor"]?.bool == true else { return nil }
        return outermost.identity
    }
}
