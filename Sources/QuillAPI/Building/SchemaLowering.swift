import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// Turns OpenAPI schemas into types, declaring each that needs a declaration once.
///
/// The members of an object are looked at after the object is declared, one object after the other. So an object can
/// contain itself, and a long chain of schemas takes no more of the stack than a short one.
struct SchemaLowering {
    var declared: [Schema] = []
    var faults = Faults()
    var preferred = PreferredNames()

    let table: OpenAPI.SchemaTable
    let names: SchemaNames
    let inheritance: Inheritance
    let components: [OpenAPI.Identity]
    var lowered: [OpenAPI.Identity: State] = [:]
    let sharedParts: SharedParts
    /// What the schemas in shared parts became.
    var partTypes: [SourceLocation: TypeUse] = [:]
    /// What the schemas became that stand in properties, each once however many objects have it by `allOf`.
    var propertyTypes: [PropertyPlace: TypeUse] = [:]
    var taken: Set<SchemaID>
    var positions: [SchemaID: Int] = [:]
    var unfinished: [Unfinished] = []
    var unions: [PendingUnion] = []
    var families: [PendingFamily] = []
    /// The multipart bodies made of objects, by these and the properties that are files.
    var forms: [FormKey: SchemaID] = [:]
    var depth = 0
    /// How many lists, maps and other names may stand between a place of use and an object or scalar.
    private static let depthLimit = 32

    /// What a referenced schema became.
    enum State {
        /// It is being worked on: met again, it contains itself without an object in between.
        case open
        case done(TypeUse)
    }

    /// A schema in a property of an object.
    struct PropertyPlace: Hashable {
        let location: SourceLocation
        let name: SchemaID
    }

    struct FormKey: Hashable {
        let base: SchemaID
        let files: [String]
    }

    struct Unfinished {
        let position: Int
        let schema: OpenAPI.Schema
        /// What a union chooses between; nil for an object.
        let choices: [OpenAPI.SchemaReference]?
    }

    /// What a type may be called should it need a declaration.
    enum Name {
        /// Reserved for it already.
        case given(SchemaID)
        case proposed(SchemaID)

        var id: SchemaID {
            switch self {
            case .given(let id), .proposed(let id): id
            }
        }

        /// For a schema inside of it.
        func adding(_ word: String) -> Name { .proposed(id.adding(word)) }
    }

    init(_ document: OpenAPI.Document) {
        table = document.schemas
        names = SchemaNames(document)
        inheritance = Inheritance(document.schemas)
        components = document.components.schemas.map(\.value)
        taken = names.taken
        sharedParts = SharedParts(document.components, taken: names.taken)
    }

    /// Makes sure that every component is declared, although no endpoint may use it, and in the document's order.
    mutating func declareComponents() {
        for component in components {
            guard let schema = table[component] else { continue }
            // A component that is `null` only serves as the other choice of a nullable schema.
            if let resolved = table.resolve(schema)?.schema, resolved.types == .null { continue }
            _ = target(component, at: schema.location)
        }
        finishObjects()
    }

    /// The type of a schema.
    ///
    /// - Parameter id: what to call it should it need a declaration of its own, and stand in no shared part.
    mutating func type(of schema: OpenAPI.SchemaReference, id: SchemaID) -> TypeUse {
        let shared = sharedParts.names[schema.location]
        if shared != nil, schema.target == nil, let known = partTypes[schema.location] { return known }
        let use = type(of: schema, name: .proposed(schema.target == nil ? shared ?? id : id))
        if shared != nil, schema.target == nil { partTypes[schema.location] = use }
        finishObjects()
        return use
    }

    func shape(of id: SchemaID) -> Schema.Shape? { positions[id].map { declared[$0].shape } }

    /// Whether a schema was declared after so many others.
    func isNew(_ id: SchemaID, since count: Int) -> Bool { positions[id].map { $0 >= count } ?? false }

    /// Declares what an object is as a multipart body with files.
    ///
    /// - Parameter replacing: whether the object serves nothing else, so that it need not be kept as JSON.
    mutating func declareForm(of base: SchemaID, _ shape: ObjectShape, replacing: Bool) -> SchemaID {
        guard let position = positions[base] else { return base }
        if replacing {
            declared[position] = declared[position].with(shape: .object(shape))
            return base
        }
        let files = shape.properties.filter { property in
            if case .string(.file) = property.type.kind { return true }
            if case .array(let item) = property.type.kind, case .string(.file) = item.kind { return true }
            return false
        }
        let key = FormKey(base: base, files: files.map(\.key))
        if let known = forms[key] { return known }
        let id = free(base.adding("form"))
        forms[key] = id
        positions[id] = declared.count
        let schema = declared[position]
        declared.append(
            Schema(
                id: id, preferredName: schema.preferredName.map { $0 + "Form" }, shape: .object(shape), original: nil,
                title: schema.title, description: schema.description, notes: schema.notes,
                isDeprecated: schema.isDeprecated, usage: [], location: schema.location))
        return id
    }

    /// Declares what a union of objects with files is as a multipart body.
    ///
    /// - Parameters:
    ///   - types: the choices, in their order.
    ///   - replacing: whether the union serves nothing else.
    mutating func declareUnionForm(
        of base: SchemaID, choosing types: [TypeUse], replacing: Bool
    ) -> SchemaID? {
        guard let position = positions[base], let index = unions.firstIndex(where: { $0.position == position }) else {
            return nil
        }
        let union = unions[index]
        let choices = zip(union.choices, types).map { choice, type in
            UnionSelection.Candidate(
                name: choice.name, type: type, identity: choice.identity, location: choice.location,
                isDeprecated: choice.isDeprecated)
        }
        if replacing {
            unions[index] = PendingUnion(
                position: position, choices: choices, discriminator: union.discriminator)
            return base
        }
        let key = FormKey(
            base: base,
            files: types.map(\.kind).map { kind in
                if case .schema(let id) = kind { id.description } else { "" }
            })
        if let known = forms[key] { return known }
        let id = free(base.adding("form"))
        forms[key] = id
        positions[id] = declared.count
        unions.append(
            PendingUnion(position: declared.count, choices: choices, discriminator: union.discriminator))
        let schema = declared[position]
        declared.append(
            Schema(
                id: id, preferredName: schema.preferredName.map { $0 + "Form" }, shape: schema.shape, original: nil,
                title: schema.title, description: schema.description, notes: schema.notes,
                isDeprecated: schema.isDeprecated, usage: [], location: schema.location))
        return id
    }

    /// Places and names of a document can spell the same words: the body of `a`, and a property `body` of the
    /// component `a`.
    mutating func free(_ proposed: SchemaID) -> SchemaID {
        var id = proposed
        var number = 2
        while !taken.insert(id).inserted {
            id = SchemaID(proposed.words.dropLast() + ["\(proposed.words.last ?? "")\(number)"])
            number += 1
        }
        return id
    }

    // MARK: References

    mutating func type(of schema: OpenAPI.SchemaReference, name: Name) -> TypeUse {
        guard depth < Self.depthLimit else {
            faults.error(
                .nestingTooDeep, "schemas are nested more than \(Self.depthLimit) deep without an object in between",
                at: schema.location)
            return TypeUse(.any)
        }
        depth += 1
        defer { depth -= 1 }
        switch schema {
        case .inline(let schema): return type(of: schema, name: name)
        case .reference(let target, let siblings, let location):
            let use = self.target(target, at: location)
            guard let siblings else { return use }
            preferred.meet(siblings.extensions)
            noteUnchecked(siblings)
            checkPatterns(of: siblings)
            let isNullable = siblings.allowsNull
            return restricted(use, by: siblings, isNullable: isNullable, beside: "$ref")
        }
    }

    mutating func target(_ identity: OpenAPI.Identity, at location: SourceLocation) -> TypeUse {
        switch lowered[identity] {
        case .done(let use): return use
        case .open:
            faults.untyped("a schema that contains itself without an object in between", at: location)
            return TypeUse(.any)
        case nil: break
        }
        guard let schema = table[identity] else { return TypeUse(.any) }
        lowered[identity] = .open
        let use = type(of: schema, name: .given(names[identity]))
        lowered[identity] = .done(use)
        return use
    }

    /// What stands beside a reference, or beside a schema that wraps a single other one, may describe it, repeat its
    /// type, and say whether it can be null.
    mutating func restricted(
        _ use: TypeUse, by schema: OpenAPI.Schema, isNullable: Bool, beside keyword: String
    ) -> TypeUse {
        let own = schema.types?.subtracting(.null) ?? []
        let isReference = keyword == "$ref"
        var beside = schema
        if schema.saysComposition, !isReference {
            // What it wraps is the type.
            switch keyword {
            case "oneOf": beside.composition.oneOf = []
            case "anyOf": beside.composition.anyOf = []
            default: beside.composition.allOf = []
            }
        }
        let composition = beside.composition
        let statesMore =
            schema.saysNumber || schema.saysString || schema.saysArray || schema.saysObject
            || schema.enumeration != nil || schema.constant != nil || composition.not != nil
            || composition.condition != nil || !(composition.allOf + composition.oneOf + composition.anyOf).isEmpty
        var use = use
        if statesMore || (!own.isEmpty && !repeats(own, use)) {
            if isNullable, beside.types != nil { beside.types?.insert(.null) }
            if let values = schema.enumeration ?? schema.constant.map({ [$0] }), !values.isEmpty {
                use = use.only(values.map { $0.jsonText(pretty: false) } + (isNullable ? ["null"] : []))
                (beside.enumeration, beside.constant) = (nil, nil)
            }
            if own.isEmpty || repeats(own, use) { beside.types = nil }
            if !beside.statesNoType || beside.types != nil { use = use.adding(wholeRule(of: beside)) }
        }
        if isNullable { return use.nullable }
        // Of `allOf` and `$ref` every part counts; a choice with `null` is stated right there.
        return schema.types != nil && (isReference || keyword == "allOf") ? use.withoutNull : use
    }

    func repeats(_ types: OpenAPI.SchemaTypes, _ use: TypeUse) -> Bool {
        switch use.kind {
        case .any: false
        case .boolean: types.contains(.boolean)
        case .integer: !types.isDisjoint(with: [.integer, .number])
        case .number: types.contains(.number)
        case .string: types.contains(.string)
        case .array: types.contains(.array)
        case .map: types.contains(.object)
        case .schema(let id):
            switch shape(of: id) {
            case .enumeration(let enumeration):
                switch enumeration.values {
                case .strings: types.contains(.string)
                case .integers, .numbers: !types.isDisjoint(with: [.integer, .number])
                }
            case .union: true
            case .object, nil: types.contains(.object)
            }
        }
    }

    // MARK: Types

    /// Small, like all that it goes through to get to itself: lists in lists take their room on the stack.
    mutating func type(of schema: OpenAPI.Schema, name: Name) -> TypeUse {
        preferred.meet(schema.extensions)
        noteUnchecked(schema)
        checkPatterns(of: schema)
        if case .given(let id) = name, let use = inherited(schema, id) { return use }
        let meaning = SchemaMeaning(schema, in: table)
        switch meaning.kind {
        case .array: return list(schema, isNullable: meaning.isNullable, name: name)
        case .map: return map(schema, isNullable: meaning.isNullable, name: name)
        case .wrapper(let inner, let keyword):
            let use = type(of: inner, name: name)
            return restricted(use, by: schema, isNullable: meaning.isNullable, beside: keyword)
        case .narrowed(let main, let others):
            let use = type(of: main, name: name)
            return restricted(
                use.adding(allRule(others, at: schema.location)), by: schema, isNullable: meaning.isNullable,
                beside: "allOf")
        default: return checkedLeaf(schema, meaning, name: name)
        }
    }

    mutating func checkedLeaf(_ schema: OpenAPI.Schema, _ meaning: SchemaMeaning, name: Name) -> TypeUse {
        let use = leaf(schema, meaning, name: name)
        switch meaning.kind {
        case .object, .merged: return use
        case .boolean:
            let values = schema.enumeration ?? schema.constant.map { [$0] } ?? []
            let limited = Set(values.compactMap(\.bool)).count == 1 ? use.only(values.map { $0.jsonText() }) : use
            return limited.adding(rule(of: schema))
        case .mixed: return use.adding(wholeRule(of: schema))
        case .unsupported: return use.adding(wholeRule(of: schema))
        default: return use.adding(rule(of: schema))
        }
    }

    mutating func declare(_ shape: Schema.Shape, of schema: OpenAPI.Schema, name: Name) -> SchemaID {
        var id = name.id
        var subject = PreferredName.Subject.component
        if case .proposed = name {
            subject = .inlineType
            id = free(id)
        }
        positions[id] = declared.count
        declared.append(
            Schema(
                id: id, preferredName: preferred.take(from: schema.extensions, of: subject, &faults), shape: shape,
                original: nil,
                title: schema.title, description: schema.description, notes: ReaderNotes(schema.annotations),
                isDeprecated: schema.isDeprecated, usage: [], location: schema.location,
                isNullable: schema.allowsNull))
        return id
    }

    /// Declares an object or a union whose members are looked at once all others have their names.
    mutating func declareLater(_ shape: Schema.Shape, of schema: OpenAPI.Schema, id: SchemaID) {
        _ = declare(shape, of: schema, name: .given(id))
        unfinished.append(Unfinished(position: declared.count - 1, schema: schema, choices: nil))
    }

    /// Declares the object that a base is beside the union of what extends it.
    mutating func declareBase(of schema: OpenAPI.Schema, id union: SchemaID) -> SchemaID {
        let id = free(union.adding("base"))
        let object = shape(of: schema, id: id, origin: union)
        positions[id] = declared.count
        declared.append(
            Schema(
                id: id, preferredName: positions[union].flatMap { declared[$0].preferredName }.map { $0 + "Base" },
                shape: .object(object), original: nil,
                title: schema.title, description: schema.description, notes: ReaderNotes(schema.annotations),
                isDeprecated: schema.isDeprecated, usage: [], location: schema.location))
        return id
    }
}
