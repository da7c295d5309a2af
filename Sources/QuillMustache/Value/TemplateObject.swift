/// The named values of a ``TemplateValue/object(_:)``.
///
/// Made for the few keys that a template asks for: a look-up compares one stored hash after another, without hashing
/// the key anew in every object that encloses the place. The names that a template uses are hashed when it is parsed.
public struct TemplateObject: Sendable {
    private var hashes: [Int] = []
    private var entries: [Entry] = []

    private struct Entry: Sendable, Hashable {
        let key: String
        var value: TemplateValue
    }

    /// An object without values.
    public init() {}

    /// An object of the given pairs; of several under one key the last counts.
    public init(_ pairs: some Collection<(String, TemplateValue)>) {
        hashes.reserveCapacity(pairs.count)
        entries.reserveCapacity(pairs.count)
        for (key, value) in pairs {
            self[key] = value
        }
    }

    /// An object of a dictionary's values.
    public init(_ dictionary: [String: TemplateValue]) {
        hashes.reserveCapacity(dictionary.count)
        entries.reserveCapacity(dictionary.count)
        for (key, value) in dictionary {
            hashes.append(key.hashValue)
            entries.append(Entry(key: key, value: value))
        }
    }

    /// The keys, in the order in which they came.
    public var keys: [String] { entries.map(\.key) }

    /// The value of a key; nil where there is none. Setting nil removes it.
    public subscript(key: String) -> TemplateValue? {
        get { value(for: key, hash: key.hashValue) }
        set {
            let hash = key.hashValue
            switch (index(of: key, hash: hash), newValue) {
            case (let index?, let value?):
                entries[index].value = value
            case (let index?, nil):
                hashes.remove(at: index)
                entries.remove(at: index)
            case (nil, let value?):
                hashes.append(hash)
                entries.append(Entry(key: key, value: value))
            case (nil, nil):
                break
            }
        }
    }

    /// The value of a key whose hash is known.
    func value(for key: String, hash: Int) -> TemplateValue? {
        index(of: key, hash: hash).map { entries[$0].value }
    }

    private func index(of key: String, hash: Int) -> Int? {
        var index = 0
        while index < hashes.count {
            if hashes[index] == hash && entries[index].key == key { return index }
            index += 1
        }
        return nil
    }
}

extension TemplateObject: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, TemplateValue)...) {
        self.init(elements)
    }
}

extension TemplateObject: Hashable {
    /// Whether both have the same values under the same keys, in whatever order.
    public static func == (left: Self, right: Self) -> Bool {
        left.entries.count == right.entries.count
            && left.entries.allSatisfy { right[$0.key] == $0.value }
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(Set(entries))
    }
}
