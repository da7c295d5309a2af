/// What a template is rendered with: a tree of texts, lists and objects.
///
///     let type: TemplateValue = ["name": "Dataset", "properties": [["name": "id"], ["name": "createdAt"]]]
///
/// A section is rendered once for each element of a list, not at all for `null`, `false`, `0`, an empty text and an
/// empty list, and once for everything else.
public enum TemplateValue: Sendable, Hashable {
    case text(String)
    case bool(Bool)
    case number(Int)
    case list([TemplateValue])
    case object(TemplateObject)
    case null

    /// The value under a key of an object; nil where it has none, or where this is not an object.
    public subscript(key: String) -> TemplateValue? {
        guard case .object(let object) = self else { return nil }
        return object[key]
    }

    /// The value that a part of a name leads to; nil where there is none, or where this is not an object.
    func value(for key: ValuePath.Key) -> TemplateValue? {
        guard case .object(let object) = self else { return nil }
        return object.value(for: key.name, hash: key.hash)
    }
}

extension TemplateValue: ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    public init(stringLiteral value: String) { self = .text(value) }

    public init(booleanLiteral value: Bool) { self = .bool(value) }

    public init(integerLiteral value: Int) { self = .number(value) }

    public init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }

    public init(dictionaryLiteral elements: (String, TemplateValue)...) {
        self = .object(TemplateObject(elements))
    }

    public init(nilLiteral: ()) { self = .null }
}
