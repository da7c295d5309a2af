import QuillAPI
import QuillSwiftModel

/// Groups by path for operations that the document does not group.
struct GroupProposal {
    /// A group of more operations than this is none.
    private static let tooMany = 30

    let rules: [GroupRule]

    init(_ api: API) {
        let untagged = api.endpoints.filter(\.group.isEmpty)
        let isOneGroup = Set(api.endpoints.map(\.group)).count == 1 && api.endpoints.count > Self.tooMany
        let candidates = isOneGroup ? api.endpoints : untagged
        let tagged = isOneGroup ? [] : api.endpoints.filter { !$0.group.isEmpty }.map { Path($0) }
        let paths = candidates.map { Path($0) }
        // What all paths begin with tells none apart.
        var depth = 0
        while paths.allSatisfy({ $0.names.count > depth + 1 }), Set(paths.map { $0.names[depth].text }).count == 1 {
            depth += 1
        }
        var order: [String] = []
        var counts: [String: Int] = [:]
        var groups: [String: String] = [:]
        for path in paths {
            guard let name = path.names.dropFirst(depth).first ?? path.names.last else { continue }
            let beginning = "/" + path.segments[...name.index].joined(separator: "/")
            if groups.updateValue(name.text, forKey: beginning) == nil { order.append(beginning) }
            counts[beginning, default: 0] += 1
        }
        rules = order.compactMap { beginning in
            // One operation is as well on the client itself, and a tag says more than a path.
            guard counts[beginning, default: 0] > 1, let group = groups[beginning] else { return nil }
            let rule = GroupRule(path: beginning, group: group)
            return tagged.contains { rule.matches($0.text) } ? nil : rule
        }
    }

    /// A path and what in it could be a group.
    private struct Path {
        let text: String
        let segments: [String]
        /// The segments that are no parameter, without `/api/v1` in front of them.
        let names: [(index: Int, text: String)]

        init(_ endpoint: Endpoint) {
            text = endpoint.path.text
            segments = text.split(separator: "/").map(String.init)
            let noise = segments.prefix(while: OperationNameProposals.isNoise).count
            names = segments.enumerated().dropFirst(noise).filter { !$0.element.contains("{") }
                .map { ($0.offset, $0.element.trimmingNonLetters) }.filter { !$0.text.isEmpty }
        }
    }
}

extension String {
    /// `cat` of `_cat`
    fileprivate var trimmingNonLetters: String {
        String(drop { !$0.isLetter && !$0.isNumber })
    }
}
