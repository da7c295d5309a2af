import QuillParallel

/// Declares types that are the same only once; the others are further names of the first.
///
/// Real documents write the same object or list of values in many places. Every place keeps the name that it would have
/// anyway, as a type alias, so that nothing is renamed when a place is added or when two of them part ways. What the
/// document itself gives a name stays a type of its own, even where another one looks the same; but a copy of a named
/// schema whose values can be null besides, which OpenAPI 3.0 needs for a reference that can be null, is that type.
///
/// Two types are the same when nothing but their names and their own descriptions differs, and the types that they
/// speak of are the same; found by dividing into ever smaller classes, until none divides any more.
struct SharedDeclarations {
    /// - Parameters:
    ///   - declarations: in the order of preference: of those that are the same, the first is declared.
    ///   - named: how many of them, from the first, the document names.
    ///   - nullable: the positions of those of which it says that their values can be null.
    static func shared(_ declarations: [Declaration], named: Int, nullable: Set<Int> = []) -> [Declaration] {
        var numbers: [Substring: Int] = [:]
        for (index, declaration) in declarations.enumerated() { numbers[declaration.name[...]] = index }
        let bare = declarations.concurrentMap { [numbers] declaration in
            var mentioned: [Int] = []
            let nameless = declaration.nameless { type in
                Self.replacing(type) { word in
                    guard let number = numbers[word] else { return false }
                    mentioned.append(number)
                    return true
                }
            }
            return (nameless: nameless, mentioned: mentioned)
        }
        var known: [Declaration: Int] = [:]
        var classes = bare.map { known.number(of: $0.nameless) }
        let references = bare.map(\.mentioned)
        var count = known.count
        while count < declarations.count {
            var finer: [[Int]: Int] = [:]
            let divided = classes.indices.map { index in
                finer.number(of: [classes[index]] + references[index].map { classes[$0] })
            }
            classes = divided
            if finer.count == count { break }
            count = finer.count
        }
        let originals = Dictionary(grouping: (0..<named).filter { !nullable.contains($0) }) { classes[$0] }
        var first = originals.compactMapValues(\.first)
        return declarations.enumerated().map { index, declaration in
            let known = first[classes[index]]
            first[classes[index]] = known ?? index
            let same: Int?
            if index >= named {
                same = known
            } else {
                let copied = nullable.contains(index) ? originals[classes[index]] ?? [] : []
                same = copied.count == 1 ? copied.first : nil
            }
            guard let same else { return declaration }
            return .alias(
                SharedName(name: declaration.name, comment: declaration.comment, type: declarations[same].name))
        }
    }

    /// The spelling of a type with `#` for the words that are taken for names: `[#]?`.
    private static func replacing(_ type: String, _ isName: (Substring) -> Bool) -> String {
        var result = ""
        var rest = type.unicodeScalars[...]
        while let first = rest.first {
            let word = rest.prefix { $0.continuesIdentifier }
            if word.isEmpty {
                result.unicodeScalars.append(first)
                rest = rest.dropFirst()
            } else {
                let name = Substring(word)
                result += isName(name) ? "#" : name
                rest = rest[word.endIndex...]
            }
        }
        return result
    }
}

extension Dictionary where Value == Int {
    /// Numbers keys as they come. Hashes each but once: declarations are long.
    fileprivate mutating func number(of key: Key) -> Int {
        let next = count
        func kept(_ number: inout Int) -> Int { number }
        return kept(&self[key, default: next])
    }
}

extension Declaration {
    var name: String {
        switch self {
        case .structure(let structure): structure.name
        case .enumeration(let enumeration): enumeration.name
        case .union(let union): union.name
        case .alias(let alias): alias.name
        }
    }

    var comment: [String] {
        switch self {
        case .structure(let structure): structure.comment
        case .enumeration(let enumeration): enumeration.comment
        case .union(let union): union.comment
        case .alias(let alias): alias.comment
        }
    }

    /// The declaration without its names and its own description.
    ///
    /// - Parameter type: what to put for the spelling of a type.
    fileprivate func nameless(_ type: (String) -> String) -> Declaration {
        switch self {
        case .structure(let structure):
            .structure(
                Structure(
                    name: "", comment: [], isMutable: structure.isMutable,
                    properties: structure.properties.map { $0.with(type: type($0.type)) },
                    additional: structure.additional.map {
                        Structure.Additional(name: $0.name, value: type($0.value))
                    },
                    isClosed: structure.isClosed, keepsUnknown: structure.keepsUnknown, rule: structure.rule,
                    page: structure.page.map {
                        PageConformance(
                            item: type($0.item), itemsProperty: $0.itemsProperty, nextProperty: $0.nextProperty)
                    }, isIdentifiable: structure.isIdentifiable, deprecation: structure.deprecation,
                    completeDeprecation: structure.completeDeprecation))
        case .enumeration(let enumeration):
            .enumeration(
                EnumerationType(
                    name: "", valuesName: "", comment: [], rawType: enumeration.rawType, cases: enumeration.cases,
                    deprecation: enumeration.deprecation))
        case .union(let union):
            .union(
                UnionType(
                    name: "", comment: [],
                    cases: union.cases.map {
                        UnionType.Case(
                            name: $0.name, type: type($0.type), test: $0.test, tag: $0.tag,
                            deprecation: $0.deprecation)
                    }, otherName: union.otherName, discriminator: union.discriminator, rule: union.rule,
                    deprecation: union.deprecation))
        case .alias(let alias): .alias(SharedName(name: "", comment: [], type: type(alias.type)))
        }
    }
}

extension StoredProperty {
    fileprivate func with(type: String) -> StoredProperty {
        StoredProperty(
            name: name, access: access, key: key, type: type, presence: presence, storage: storage,
            isBoxed: isBoxed, comment: comment, defaultArgument: defaultArgument, deprecation: deprecation)
    }
}
