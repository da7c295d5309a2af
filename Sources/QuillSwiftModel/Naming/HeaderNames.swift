import QuillAPI

/// The structs of the header fields of answers: one for each set of fields, however many answers have it.
///
/// A struct is named after its fields, so that an answer more or less renames none.
struct HeaderNames {
    /// In the order of their names.
    let structs: [HeadersType]
    private let positions: [String: Int]

    init(_ endpoints: [Endpoint], _ types: TypeNames, notes: NoteComments, reserved: Set<String>) {
        var sets: [String: [ResponseHeader]] = [:]
        for response in endpoints.flatMap(\.responses) where !response.headers.isEmpty {
            let key = HeaderNames.key(response.headers, types)
            if sets[key] == nil { sets[key] = response.headers }
        }
        var namespace = Namespace(reserved: reserved)
        var structs: [(key: String, value: HeadersType)] = []
        for (key, headers) in sets.sorted(by: { $0.key < $1.key }) {
            let name = namespace.claim(HeaderNames.name(headers))
            structs.append((key, HeadersBuilder(types: types, notes: notes).type(name: name, headers)))
        }
        structs.sort { $0.value.name < $1.value.name }
        self.structs = structs.map(\.value)
        positions = Dictionary(zip(structs.map(\.key), structs.indices), uniquingKeysWith: { first, _ in first })
        self.types = types
    }

    private let types: TypeNames

    /// The struct of an answer's header fields; nil where the document describes none.
    func type(_ headers: [ResponseHeader]) -> HeadersType? {
        headers.isEmpty ? nil : positions[HeaderNames.key(headers, types)].map { structs[$0] }
    }

    private static func key(_ headers: [ResponseHeader], _ types: TypeNames) -> String {
        headers.map { header in
            let layout =
                header.layout.style.map { "\($0.name.rawValue) \($0.explode) \($0.allowReserved)" }
                ?? "\(header.layout)"
            return "\(header.name.lowercased()) \(header.isRequired) \(types.nullableSpelling(header.type)) \(layout)"
        }.joined(separator: "\n")
    }

    /// `LinkHeaders`; of `RateLimit-Limit` and `RateLimit-Reset` `RateLimitLimitResetHeaders`.
    private static func name(_ headers: [ResponseHeader]) -> String {
        var words: [String] = []
        var previous: [String] = []
        for header in headers.prefix(longest) {
            let all = Words(splitting: header.name).words
            let own = all.first?.lowercased() == "x" && all.count > 1 ? Array(all.dropFirst()) : all
            let shared = zip(previous, own).prefix { $0 == $1 }.count
            words += own.count > shared ? own.dropFirst(shared) : own[...]
            previous = own
        }
        if headers.count > longest { words += ["more"] }
        return Identifier.type(Words(words + ["headers"]), orElse: "Headers")
    }

    private static let longest = 5
}
