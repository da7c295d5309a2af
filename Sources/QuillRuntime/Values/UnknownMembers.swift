/// Members of an object that its document does not name, as they came, so that writing it again loses none of them.
///
/// Kept by types that are generated with `"keepsUnknownMembers": true`, when reading without validation: what a service
/// accepts is what its document names.
public nonisolated struct UnknownMembers: Sendable {
    /// `"a":1,"b":[2],`; empty for none, which takes no room of its own.
    fileprivate(set) var text: [UInt8] = []

    /// No members.
    public init() {}

    /// Whether there are none.
    public var isEmpty: Bool { text.isEmpty }
}

nonisolated extension JSONObjectReader {
    /// The members that were not read so far, as they came; none when validating.
    public mutating func unknown() -> UnknownMembers {
        var members = UnknownMembers()
        if document.isValidating || isReadUp { return members }
        for name in names(read: false) {
            document.copyScalar(name, to: &members.text)
            members.text.append(UInt8(ascii: ":"))
            document.copy(name + 1, to: &members.text)
            members.text.append(UInt8(ascii: ","))
        }
        return members
    }
}

nonisolated extension JSONWriter {
    /// Members that the document does not name.
    public mutating func unknown(_ members: UnknownMembers) {
        if !members.isEmpty { copy(members.text) }
    }
}

nonisolated extension JSONDocument {
    /// Adds the text of a value, without white space.
    fileprivate func copy(_ place: Int, to text: inout [UInt8]) {
        let entry = entry(place)
        guard entry.isContainer else { return copyScalar(place, to: &text) }
        guard canDescend(into: place) else {
            text += "null".utf8
            return
        }
        let isObject = entry.code == JSONEntry.Code.object
        text.append(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
        var child = place + 1
        while child < entry.offset {
            if isObject {
                copyScalar(child, to: &text)
                text.append(UInt8(ascii: ":"))
                child += 1
            }
            copy(child, to: &text)
            child = next(child)
            if child < entry.offset { text.append(UInt8(ascii: ",")) }
        }
        text.append(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    }

    fileprivate func copyScalar(_ place: Int, to text: inout [UInt8]) {
        let entry = entry(place)
        switch entry.code {
        case JSONEntry.Code.string:
            text.append(UInt8(ascii: "\""))
            text += bytes(entry)
            text.append(UInt8(ascii: "\""))
        case JSONEntry.Code.number: text += bytes(entry)
        case JSONEntry.Code.bool: text += (entry.isFlagged ? "true" : "false").utf8
        default: text += "null".utf8
        }
    }
}
