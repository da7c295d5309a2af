import QuillDiagnostics

/// The merge key of YAML 1.1's type repository, `<<: *defaults`, which YAML 1.2 left out and documents kept.
enum YAMLMerge {
    /// The members with those of the mappings under `<<` in its place, in the order written there.
    ///
    /// What the mapping says itself wins over what is merged, and of several merged mappings the earlier wins.
    static func merged(_ members: [NodeObject.Member]) throws(DiagnosticsError) -> NodeObject {
        var own: Set<String> = []
        for member in members where member.key != "<<" { own.insert(member.key) }
        var result: [NodeObject.Member] = []
        for member in members {
            guard member.key == "<<" else {
                result.append(member)
                continue
            }
            for object in try sources(member) {
                for member in object where own.insert(member.key).inserted { result.append(member) }
            }
        }
        return NodeObject(result)
    }

    private static func sources(_ member: NodeObject.Member) throws(DiagnosticsError) -> [NodeObject] {
        switch member.value.value {
        case .object(let object):
            return [object]
        case .array(let elements):
            var objects: [NodeObject] = []
            for element in elements {
                guard let object = element.object else { throw invalid(element) }
                objects.append(object)
            }
            return objects
        default:
            throw invalid(member.value)
        }
    }

    private static func invalid(_ node: Node) -> DiagnosticsError {
        DiagnosticsError([
            .error(
                .invalidMerge, "found \(node.kindDescription) to merge, expected a mapping or a sequence of mappings",
                at: node.location, notes: [.init("put '<<' in quotes where it is a key like any other")])
        ])
    }
}
