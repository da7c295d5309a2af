import QuillDiagnostics
import QuillNodes

/// An object that a reference may stand for, other than a schema: it is resolved where it is used.
protocol ReferableObject: Sendable {
    static var kind: ObjectKind { get }

    /// What an object that is not a reference says. The object has been checked for unknown fields.
    static func read(
        _ object: NodeObject, _ extensions: [OpenAPI.Extension], at location: SourceLocation,
        identity: OpenAPI.Identity?, with reading: inout DocumentReading
    ) -> Self?

    /// Takes what stands beside a reference in 3.1 (OpenAPI 3.1 §4.8.23).
    mutating func override(summary: String?, description: String?)
}

extension DocumentReading {
    /// The object in a place where a reference may stand for it.
    mutating func referable<Value: ReferableObject>(
        _ node: Node, as type: Value.Type = Value.self, identity: OpenAPI.Identity? = nil
    ) -> Value? {
        guard let reference = node.object?["$ref"] else {
            return object(node, Value.kind) { reading, object, extensions in
                Value.read(object, extensions, at: node.location, identity: identity, with: &reading)
            }
        }
        guard enter(node.location) else { return nil }
        defer { leave() }
        guard let target = target(of: reference, kind: Value.kind),
            var value = referredTo(target, as: type, by: reference)
        else { return nil }
        guard let object = node.object, object.count > 1 else { return value }
        if version < .v3_1 {
            warnIgnoredSiblings(of: object)
        } else {
            warnIgnoredSiblings(of: object, except: ["summary", "description"])
            let summary = text(object, "summary")
            value.override(summary: summary, description: text(object, "description"))
        }
        return value
    }

    /// What a reference leads to, read once however many references lead there.
    mutating func referredTo<Value: ReferableObject>(
        _ target: FileSet.Target, as type: Value.Type, by reference: Node
    ) -> Value? {
        if let known = resolved[target.identity] {
            if let value = known as? Value { return value }
            wrongKind(
                target.identity, is: Swift.type(of: known).kind.noun, expected: Value.kind, at: reference.location)
            return nil
        }
        return inside(target, reference) { reading in
            let value = reading.referable(target.node, as: type, identity: target.identity)
            if let value { reading.resolved[target.identity] = value }
            return value
        }
    }

    /// Follows a reference that the specification does not allow in its place.
    mutating func followMisplaced<Result>(
        _ reference: Node, instead noun: String, _ read: (inout DocumentReading, Node) -> Result?
    ) -> Result? {
        misplacedReferencesFollowed += 1
        guard misplacedReferencesFollowed <= Self.misplacedReferenceLimit else {
            error(
                .tooManyReferences,
                "more than \(Self.misplacedReferenceLimit) references stand where OpenAPI does not allow any",
                at: files.root(of: 0).location)
            return nil
        }
        guard let target = target(of: reference, kind: nil) else { return nil }
        if misplacedReferences.insert(noun).inserted {
            warn(
                .misplacedReference,
                "a reference stands in the place of \(noun), where OpenAPI does not allow one; it is followed, "
                    + "here and wherever that occurs",
                at: reference.location)
        }
        return inside(target, reference) { read(&$0, target.node) }
    }

    /// Reads in the file of a reference's target, unless that is being read already.
    private mutating func inside<Result>(
        _ target: FileSet.Target, _ reference: Node, _ read: (inout DocumentReading) -> Result?
    ) -> Result? {
        guard inProgress.insert(target.identity).inserted else {
            error(
                .referenceCycle, "`\(reference.string ?? "")` leads back to what contains it", at: reference.location,
                note: "only schemas may contain themselves")
            return nil
        }
        let outer = (file, resource)
        (file, resource) = (target.file, target.resource)
        defer {
            (file, resource) = outer
            inProgress.remove(target.identity)
        }
        return read(&self)
    }

    /// Where the value of a `$ref` leads; a fault is said at its place.
    mutating func target(of reference: Node, kind: ObjectKind?) -> FileSet.Target? {
        guard let text = reference.string else {
            wrongType(reference, field: "$ref", expected: "a string")
            return nil
        }
        return target(of: text, at: reference.location, kind: kind)
    }

    mutating func target(of text: String, at location: SourceLocation, kind: ObjectKind?) -> FileSet.Target? {
        switch files.target(of: text, from: file, within: resource) {
        case .failure(let fault):
            diagnostics += fault.causes
            if !fault.causes.contains(where: { $0.severity == .error }) {
                diagnostics.append(.error(fault.code, fault.message, at: location, notes: fault.notes))
            }
            return nil
        case .success(let target):
            if let kind, let other = otherKind(at: target, than: kind) {
                wrongKind(target.identity, is: other, expected: kind, at: location)
                return nil
            }
            if target.isBeyondResource { warnBeyondResource(text, at: location) }
            return target
        }
    }

    private mutating func warnBeyondResource(_ reference: String, at location: SourceLocation) {
        guard let resource, resourcesLeft.insert(resource).inserted else { return }
        warn(
            .referenceBeyondID,
            "`\(reference)` leads nowhere in the schema with the `$id` that it stands in; it is followed in the whole "
                + "file, here and wherever that occurs in the schema", at: location,
            note: "remove the `$id`, or write the name of the file before the `#`")
    }

    /// What stands at a place if that can be told from the place and is not what is expected.
    private func otherKind(at target: FileSet.Target, than kind: ObjectKind) -> String? {
        let pointer = target.identity.pointer
        if target.file == 0, pointer.isEmpty { return "the whole document" }
        if version == .v2_0 { return otherSwaggerKind(at: pointer, than: kind) }
        guard pointer.hasPrefix("/components") else { return nil }
        // Nearly all lead there, and need not be taken apart.
        if let section = kind.section, pointer.hasPrefix("/components/\(section)/") { return nil }
        let components = JSONPointer.components(of: pointer)
        guard components.count <= 3, components.first == "components" else { return nil }
        guard components.count == 3 else { return "a collection" }
        guard components[1] != kind.section else { return nil }
        return ObjectKind.kept.first { $0.section == components[1] }?.noun
    }

    private func otherSwaggerKind(at pointer: String, than kind: ObjectKind) -> String? {
        let components = JSONPointer.components(of: pointer)
        guard components.count <= 2, let first = components.first, first != kind.swaggerSection,
            let other = ObjectKind.kept.first(where: { $0.swaggerSection == first })
        else { return nil }
        return components.count == 1 ? "a collection" : other.noun
    }

    mutating func wrongKind(
        _ identity: OpenAPI.Identity, is found: String, expected: ObjectKind, at location: SourceLocation
    ) {
        error(
            .wrongKindOfReference, "the reference leads to \(found), where \(expected.noun) is expected",
            at: location, note: "it leads to `\(identity)`")
    }

    mutating func warnIgnoredSiblings(of object: NodeObject, except honoured: [String] = []) {
        for member in object where member.key != "$ref" && !honoured.contains(member.key) {
            guard !member.key.hasPrefix("x-") else { continue }
            warn(
                .ignoredSibling, "`\(member.key)` stands beside a `$ref` and is ignored, as OpenAPI demands",
                at: member.keyLocation,
                note: version < .v3_1 ? "move it to what is referred to, or wrap the reference in an `allOf`" : nil)
        }
    }
}
