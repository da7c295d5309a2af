import QuillNodes
import QuillOpenAPI

/// What kind of type a schema describes, read off its keywords.
struct SchemaMeaning {
    enum Kind {
        case any, nothing, boolean, integer, number, string, array, map
        /// An object with properties of its own.
        case object
        /// An object put together from the members of `allOf`.
        case merged
        /// Another schema under a different description, or made nullable.
        case wrapper(OpenAPI.SchemaReference)
        case strings([String])
        case integers([Int])
        /// Something that is not carried through yet, in the words of the specification.
        case unsupported(String)
    }

    let kind: Kind
    let isNullable: Bool

    /// Whether the type needs a name in every language.
    var needsDeclaration: Bool {
        switch kind {
        case .object, .merged, .strings, .integers: true
        default: false
        }
    }

    init(_ schema: OpenAPI.Schema) {
        var isNullable = schema.isNullable || schema.types?.contains(.null) == true
        kind = SchemaMeaning.kind(of: schema, isNullable: &isNullable)
        self.isNullable = isNullable
    }

    private static func kind(of schema: OpenAPI.Schema, isNullable: inout Bool) -> Kind {
        if let boolean = schema.boolean { return boolean ? .any : .nothing }
        if let constant = schema.constant { return values([constant], isNullable: &isNullable) }
        if let values = schema.enumeration { return Self.values(values, isNullable: &isNullable) }
        if schema.saysComposition, let kind = composed(schema, isNullable: &isNullable) { return kind }
        let types = (schema.types ?? []).subtracting(.null)
        if types.isEmpty { return untyped(schema) }
        switch types {
        case .boolean: return .boolean
        case .integer: return .integer
        case .number, [.number, .integer]: return .number
        case .string: return .string
        case .array: return .array
        case .object: return object(schema)
        default: return .unsupported("several types in one schema (\(types))")
        }
    }

    private static func composed(_ schema: OpenAPI.Schema, isNullable: inout Bool) -> Kind? {
        let composition = schema.composition
        let choices = composition.oneOf + composition.anyOf
        if !choices.isEmpty {
            let others = choices.filter { !isNullSchema($0) }
            if others.count < choices.count { isNullable = true }
            guard others.count == 1, let only = others.first, composition.allOf.isEmpty, !schema.saysObject else {
                return .unsupported(composition.oneOf.isEmpty ? "`anyOf`" : "`oneOf`")
            }
            return .wrapper(only)
        }
        guard !composition.allOf.isEmpty else { return nil }
        if composition.allOf.count == 1, let only = composition.allOf.first, !schema.saysObject {
            return .wrapper(only)
        }
        return .merged
    }

    private static func isNullSchema(_ reference: OpenAPI.SchemaReference) -> Bool {
        guard case .inline(let schema) = reference else { return false }
        return schema.types == .null || (schema.enumeration?.allSatisfy(\.isNull) ?? false)
            || schema.constant?.isNull == true
    }

    private static func untyped(_ schema: OpenAPI.Schema) -> Kind {
        if schema.saysObject { return object(schema) }
        if schema.saysArray { return .array }
        if schema.saysString || schema.format != nil { return .string }
        if schema.saysNumber { return .number }
        return .any
    }

    private static func object(_ schema: OpenAPI.Schema) -> Kind {
        if !schema.object.properties.isEmpty { return .object }
        if case .some(.none) = schema.object.additionalProperties { return .object }
        return .map
    }

    private static func values(_ values: [Node], isNullable: inout Bool) -> Kind {
        let present = values.filter { !$0.isNull }
        if present.count < values.count { isNullable = true }
        let strings = present.compactMap(\.string)
        if strings.count == present.count { return .strings(strings) }
        let integers = present.compactMap { $0.number?.integer }
        if integers.count == present.count { return .integers(integers) }
        return .unsupported("`enum` with values other than strings and integers")
    }
}
