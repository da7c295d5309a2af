/// Puts types whose names begin with the same word next to each other, for a file of their own: `Issue`, `IssueComment`
/// and `IssueEvent` in `Issue.swift`.
///
/// Hundreds of types in a file each take the compiler a third longer than in files of some size, and so does a file of
/// thousands. Where one word begins too many names, as where all have a prefix, the next word tells them apart. A name
/// alone decides otherwise, so what is added to a document moves nothing of what was there.
struct WordGroups<Member> {
    /// A file's name without its ending, and what is in it.
    struct Group {
        let name: String
        var members: [Member]
    }

    /// In the order of their first members.
    let groups: [Group]

    /// - Parameters:
    ///   - members: types with what they are called, and of how many declarations they are made.
    ///   - limit: how many declarations a file may have before it is divided.
    init(_ members: [(name: String, size: Int, member: Member)], limit: Int = 100) {
        groups = Self.divided(
            members.map { Spelled(words: Words(splitting: $0.name).words, size: $0.size, member: $0.member) },
            by: 1, limit)
    }

    private struct Spelled {
        let words: [String]
        let size: Int
        let member: Member
    }

    private static func divided(_ members: [Spelled], by count: Int, _ limit: Int) -> [Group] {
        var positions: [[String]: Int] = [:]
        var parts: [(words: [String], members: [Spelled])] = []
        for member in members {
            let words = Array(member.words.prefix(count))
            // Files of one name in different cases are one file to some file systems.
            let key = words.map { $0.lowercased() }
            if let position = positions[key] {
                parts[position].members.append(member)
            } else {
                positions[key] = parts.count
                parts.append((words, [member]))
            }
        }
        return parts.flatMap { words, members in
            let isDivisible = members.contains { $0.words.count > count }
            if isDivisible, members.reduce(0, { $0 + $1.size }) > limit {
                return divided(members, by: count + 1, limit)
            }
            return [Group(name: Words(words).upperCamel, members: members.map(\.member))]
        }
    }
}
