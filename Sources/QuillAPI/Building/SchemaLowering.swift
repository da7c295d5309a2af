import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// Turns OpenAPI schemas into types, declaring each that needs a declaration once.
///
/// The members of an object are looked at after the object is declared, one object after the other. So an object can
/// contain itself, and a long chain of schemas takes no more of the stack than a short one.
struct SchemaLowering {
    private(set) var declared: [Schema] = []
    var faults = Faults()
    var preferred = PreferredNames()

    let table: OpenAPI.SchemaTable
    let names: SchemaNames
    let inheritance: Inheritance
    private let components: [OpenAPI.Identity]
    private var lowered: [OpenAPI.Identity: State] = [:]
    private let sharedParts: SharedParts
    /// What the schemas in shared parts became.
    private var partTypes: [SourceLocation: TypeUse] = [:]
    /// What the schemas became that stand in properties, each once however many objects have it by `allOf`.
    private var propertyTypes: [PropertyPlace: TypeUse] = [:]
    private var taken: Set<SchemaID>
    private var positions: [SchemaID: Int] = [:]
    private var unfinished: [Unfinished] = []
    private var unions: [PendingUnion] = []
    private var families: [PendingFamily] = []
    /// The multipart bodies made of objects, by these and the properties that are files.
    private var forms: [FormKey: SchemaID] = [:]
    private var depth = 0
    /// How many lists, maps and other names may stand between a place of use and an object or scalar.
    private static let depthLimit = 32

    /// What a referenced schema became.
    private enum State {
        /// It is being worked on: met again, it contains itself without an object in between.
        case open
        case done(TypeUse)
    }

    /// A schema in a property of an object.
    private struct PropertyPlace: Hashable {
        let location: SourceLocation
        let name: SchemaID
    }

    private struct FormKey: Hashable {
        let base: SchemaID
        let files: [String]
    }

    private struct Unfinished {
        let position: Int
        let schema: OpenAPI.Schema
        /// What a union chooses between; nil for an object.
        let choices: [OpenAPI.SchemaReference]?
    }

    /// What a type may be called should it need a declaration.
    private enum Name {
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
                name: choice.name, type: type, identity: choice.identity, location: choice.location)
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
    private mutating func free(_ proposed: SchemaID) -> SchemaID {
        var id = proposed
        var number = 2
        while !taken.insert(id).inserted {
            id = SchemaID(proposed.words.dropLast() + ["\(proposed.words.last ?? "")\(number)"])
            number += 1
        }
        return id
    }

    // MARK: References

    private mutating func type(of schema: OpenAPI.SchemaReference, name: Name) -> TypeUse {
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
            let isNullable = siblings.isNullable || siblings.types?.contains(.null) == true
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
    private mutating func restricted(
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

    private func repeats(_ types: OpenAPI.SchemaTypes, _ use: TypeUse) -> Bool {
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
    private mutating func type(of schema: OpenAPI.Schema, name: Name) -> TypeUse {
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

    private mutating func checkedLeaf(_ schema: OpenAPI.Schema, _ meaning: SchemaMeaning, name: Name) -> TypeUse {
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

    private mutating func list(_ schema: OpenAPI.Schema, isNullable: Bool, name: Name) -> TypeUse {
        let item = schema.array.items.map { type(of: $0, name: name.adding("item")) } ?? TypeUse(.any)
        return list(of: item, schema, isNullable: isNullable, name: name)
    }

    private mutating func list(
        of item: TypeUse, _ schema: OpenAPI.Schema, isNullable: Bool, name: Name
    ) -> TypeUse {
        let array = schema.array
        var item = item
        if !array.prefixItems.isEmpty {
            let first = array.prefixItems.enumerated().map { position, schema in
                type(of: schema, name: name.adding("item\(position + 1)"))
            }
            let isOpen = array.items == nil && (array.maxItems ?? .max) > first.count
            item = isOpen ? TypeUse(.any) : common(first + (array.items == nil || array.items.isFalse ? [] : [item]))
        }
        return TypeUse(.array(item), isNullable: isNullable, constraints: Constraints(array: array))
            .adding(rule(of: schema))
    }

    private mutating func map(_ schema: OpenAPI.Schema, isNullable: Bool, name: Name) -> TypeUse {
        let value = memberType(schema.object, name: name.adding("value"))
        return map(of: value, schema, isNullable: isNullable)
    }

    private mutating func map(of value: TypeUse, _ schema: OpenAPI.Schema, isNullable: Bool) -> TypeUse {
        TypeUse(.map(value), isNullable: isNullable, constraints: Constraints(map: schema.object))
            .adding(unknownRequired(schema.object.required, among: [:], at: schema.location))
            .adding(rule(of: schema))
    }

    /// The type of members without a property of their own: that of the schema for them, or of the patterns of their
    /// names where those leave no others and are of one type.
    private mutating func memberType(_ object: OpenAPI.Schema.ObjectKeywords, name: Name) -> TypeUse {
        var schemas = object.patternProperties.map(\.value)
        switch object.additionalProperties ?? (schemas.isEmpty ? object.unevaluatedProperties : nil) {
        case .schema(let schema): schemas.append(schema)
        case .some(.none): break
        case .any: return TypeUse(.any)
        case nil:
            let isEveryName = object.patternProperties.contains { ["", ".*", "^.*$", ".+", "^.+$"].contains($0.key) }
            if !isEveryName { return TypeUse(.any) }
        }
        if schemas.count == 1, object.patternProperties.isEmpty { return type(of: schemas[0], name: name) }
        let types = schemas.enumerated().map { position, schema in
            type(of: schema, name: position == 0 ? name : name.adding("choice\(position + 1)"))
        }
        return common(types)
    }

    /// The type that all are of, apart from their limits; any where they differ.
    private func common(_ types: [TypeUse]) -> TypeUse {
        guard let first = types.first, Set(types.map { UnionSelection.key($0) }).count == 1 else {
            return TypeUse(.any)
        }
        return TypeUse(first.kind, isNullable: types.contains(where: \.isNullable))
    }

    /// What contains no other type, or not yet.
    private mutating func leaf(_ schema: OpenAPI.Schema, _ meaning: SchemaMeaning, name: Name) -> TypeUse {
        func use(_ kind: TypeUse.Kind, _ constraints: Constraints = Constraints()) -> TypeUse {
            TypeUse(kind, isNullable: meaning.isNullable, constraints: constraints)
        }
        switch meaning.kind {
        case .boolean: return use(.boolean)
        case .integer:
            let format = schema.format.flatMap(TypeUse.IntegerFormat.init) ?? .plain
            if let constraints = Constraints(integer: schema.number, format: format) {
                return use(.integer(format), constraints)
            }
            // Limits that no whole number meets, and multiples of a fraction, as they are written.
            var rule = SchemaRule()
            Constraints(number: schema.number).add(to: &rule)
            return use(.integer(format)).adding(rule)
        case .number:
            return use(
                .number(schema.format.flatMap(TypeUse.NumberFormat.init) ?? .plain), Constraints(number: schema.number))
        case .string:
            return string(schema, isNullable: meaning.isNullable)
        case .object, .merged:
            let id = declare(.object(ObjectShape(properties: [], additional: nil)), of: schema, name: name)
            unfinished.append(Unfinished(position: declared.count - 1, schema: schema, choices: nil))
            return use(.schema(id))
        case .union(let choices):
            if let scalar = scalar(choices, isNullable: meaning.isNullable, at: schema.location) { return scalar }
            let id = declare(.union(Union(choices: [], discriminator: nil)), of: schema, name: name)
            unfinished.append(Unfinished(position: declared.count - 1, schema: schema, choices: choices))
            return use(.schema(id))
        case .strings(let values):
            return use(.schema(declareList(.strings(values), of: schema, name: name)))
        case .integers(let values):
            return use(.schema(declareList(.integers(values), of: schema, name: name)))
        case .numbers(let values):
            return use(.schema(declareList(.numbers(values), of: schema, name: name)))
        case .unsupported(let construct): faults.untyped(construct, at: schema.location)
        case .any, .mixed, .array, .map, .wrapper, .narrowed: break
        }
        return TypeUse(.any)
    }

    /// The one type of choices that differ in their limits only.
    private mutating func scalar(
        _ choices: [OpenAPI.SchemaReference], isNullable: Bool, at location: SourceLocation
    ) -> TypeUse? {
        for choice in choices {
            guard let schema = table.resolve(choice)?.schema else { return nil }
            switch SchemaMeaning(schema, in: table).kind {
            case .boolean, .integer, .number, .string: break
            default: return nil
            }
        }
        // None of them has a declaration that would need a name.
        let types = choices.map { type(of: $0, name: .proposed(SchemaID([]))) }
        let shared = common(types)
        if case .any = shared.kind { return nil }
        let use = isNullable ? shared.nullable : shared
        let isLimited = types.allSatisfy { !$0.constraints.isEmpty }
        return isLimited ? use.adding(choiceRule(choices, isNullable: isNullable, at: location)) : use
    }

    private mutating func string(_ schema: OpenAPI.Schema, isNullable: Bool) -> TypeUse {
        let format = stringFormat(schema)
        return TypeUse(.string(format), isNullable: isNullable, constraints: Constraints(string: schema.string))
    }

    private mutating func stringFormat(_ schema: OpenAPI.Schema) -> TypeUse.StringFormat {
        guard let encoding = schema.string.contentEncoding else {
            // Since 3.1 a media type alone says that the string stands for bytes (OpenAPI 3.1 §4.8.14.2).
            return describesBytes(schema) ? .binary : TypeUse.StringFormat(schema.format)
        }
        switch encoding.lowercased() {
        // RFC 4648 §4, which 3.0 calls `format: byte`.
        case "base64": return .byte
        // RFC 2045 §6.8: nothing is encoded.
        case "binary", "8bit", "7bit": return .binary
        default: break
        }
        faults.warning(
            .textEncoding, "the `contentEncoding` `\(encoding)` is not undone: the encoded text is passed as it is",
            at: schema.location)
        return .plain
    }

    private mutating func declareList(
        _ values: Enumeration.Values, of schema: OpenAPI.Schema, name: Name
    ) -> SchemaID {
        declare(.enumeration(Enumeration(values: values, names: valueNames(of: schema))), of: schema, name: name)
    }

    private func describesBytes(_ schema: OpenAPI.Schema) -> Bool {
        guard schema.format == nil, schema.saysString, let mediaType = schema.string.contentMediaType,
            schema.string.contentEncoding == nil
        else { return false }
        let coding = Content.Coding(mediaType: mediaType)
        return coding == .bytes || coding == .multipart
    }

    private mutating func declare(_ shape: Schema.Shape, of schema: OpenAPI.Schema, name: Name) -> SchemaID {
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
                isDeprecated: schema.isDeprecated, usage: [], location: schema.location))
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

    // MARK: Objects

    private mutating func finishObjects() {
        var next = 0
        while next < unfinished.count {
            let current = unfinished[next]
            next += 1
            let schema = declared[current.position]
            if case .union = schema.shape, let base = inheritance.base(at: current.schema.location) {
                families.append(family(of: base, schema: current.schema, id: schema.id, position: current.position))
            } else if let choices = current.choices {
                unions.append(union(of: choices, schema: current.schema, id: schema.id, position: current.position))
            } else {
                declared[current.position] = schema.with(shape: .object(shape(of: current.schema, id: schema.id)))
            }
        }
        unfinished.removeAll()
    }

    // MARK: Unions

    /// A union before it is known how its choices are told apart: that depends on the schemas that they lead to.
    private struct PendingUnion {
        let position: Int
        let choices: [UnionSelection.Candidate]
        let discriminator: OpenAPI.Discriminator?
    }

    private mutating func union(
        of choices: [OpenAPI.SchemaReference], schema: OpenAPI.Schema, id: SchemaID, position: Int
    ) -> PendingUnion {
        let candidates = choices.enumerated().map { index, choice in
            let word = choiceName(choice) ?? "choice\(index + 1)"
            let type = type(of: choice, name: .proposed(id.adding(word)))
            return UnionSelection.Candidate(
                name: choiceName(choice), type: type,
                identity: component(choice), location: choice.location)
        }
        return PendingUnion(
            position: position, choices: candidates,
            discriminator: schema.saysComposition ? discriminator(schema.composition) : nil)
    }

    /// The one that stands beside the choices, which can be those of a member of `allOf`.
    private func discriminator(_ composition: OpenAPI.Schema.CompositionKeywords) -> OpenAPI.Discriminator? {
        if let own = composition.discriminator { return own }
        for member in composition.allOf {
            guard let schema = table.resolve(member)?.schema, schema.saysComposition else { continue }
            let inner = schema.composition
            if !inner.oneOf.isEmpty || !inner.anyOf.isEmpty, let found = inner.discriminator { return found }
        }
        return nil
    }

    private func component(_ choice: OpenAPI.SchemaReference) -> OpenAPI.Identity? {
        if let target = choice.target { return target }
        // A choice that was put together with what stands beside it.
        guard case .inline(let schema) = choice, schema.saysComposition else { return nil }
        return schema.composition.allOf.last?.target
    }

    private func choiceName(_ choice: OpenAPI.SchemaReference) -> String? {
        if let target = component(choice) { return target.name }
        guard case .inline(let schema) = choice else { return nil }
        return schema.title
    }

    /// Settles how the choices of every union are told apart, once all schemas are known.
    mutating func settleUnions() {
        let asTheyAre = self
        for union in unions {
            var selection = UnionSelection(
                union.choices, of: declared[union.position].id, discriminator: union.discriminator, schemas: asTheyAre)
            let settled = selection.settled()
            faults.add(selection.faults)
            declared[union.position] = declared[union.position].with(shape: .union(settled))
        }
        for family in families {
            declared[family.position] = declared[family.position].with(shape: .union(settled(family)))
        }
        unions.removeAll()
        families.removeAll()
    }

    /// What a union chooses between that is not settled yet.
    func pendingChoices(of id: SchemaID) -> [TypeUse] {
        guard let position = positions[id] else { return [] }
        if let family = families.first(where: { $0.position == position }) {
            return family.members.map(\.type) + [family.base]
        }
        return unions.first { $0.position == position }?.choices.map(\.type) ?? []
    }

    /// - Parameter origin: what the schemas written inline in it are called after, where it is not the object.
    private mutating func shape(
        of schema: OpenAPI.Schema, id: SchemaID, origin: SchemaID? = nil
    ) -> ObjectShape {
        var members = ObjectMembers(table: table)
        members.gather(schema)
        faults.add(members.faults)
        var rule = unknownRequired(members.required, among: members.positions, at: schema.location)
        rule.add(self.rule(of: schema, isObject: true))
        for schema in members.schemas {
            preferred.meet(schema.extensions)
            noteUnchecked(schema)
            checkPatterns(of: schema)
            rule.add(self.rule(of: schema, isObject: true))
        }
        for union in members.unions { rule.add(wholeRule(of: union)) }
        let properties = members.properties.map { member in
            let type = type(of: member, in: origin ?? id)
            let remarks = SchemaRemarks(on: member.statements.reversed(), in: table)
            var (description, notes) = (remarks.description, remarks.notes)
            if case .schema = type.kind {
            } else {
                description = description ?? remarks.typeDescription
                notes = notes.orElse(remarks.typeNotes)
            }
            return Property(
                key: member.key, preferredName: memberName(on: member.statements.reversed()), type: type,
                isRequired: members.isRequired(member.key),
                isReadOnly: remarks.isReadOnly, isWriteOnly: remarks.isWriteOnly, isDeprecated: remarks.isDeprecated,
                description: description, notes: notes, defaultValue: remarks.defaultValue,
                tag: inheritance.tag(of: member.key, at: schema.location), location: member.location)
        }
        var additional = members.additional.map {
            memberType($0, name: .proposed((origin ?? id).adding("additional")))
        }
        // What stands for schemas that are not known keeps their members.
        if origin != nil, !members.isClosed { additional = additional ?? TypeUse(.any) }
        return ObjectShape(properties: properties, additional: additional, isClosed: members.isClosed, rule: rule)
    }

    /// The type of a property, called after the component that states it: what comes by `allOf` is declared there.
    private mutating func type(of member: ObjectMembers.Member, in id: SchemaID) -> TypeUse {
        let name = (member.origin.map { names[$0] } ?? id).adding(member.key)
        guard case .inline(let schema) = member.type else { return type(of: member.type, name: .proposed(name)) }
        let place = PropertyPlace(location: schema.location, name: name)
        if let known = propertyTypes[place] { return known }
        let use = type(of: member.type, name: .proposed(name))
        propertyTypes[place] = use
        return use
    }

    /// Members that have to be there although nothing else is said of them.
    private mutating func unknownRequired(
        _ required: [String], among properties: [String: Int], at location: SourceLocation
    ) -> SchemaRule {
        var rule = SchemaRule()
        let unknown = required.filter { properties[$0] == nil }
        for name in unknown {
            faults.warning(
                .unknownRequiredProperty,
                "`required` names `\(name)`, which is no property here; a server demands it all the same",
                at: location)
        }
        if !unknown.isEmpty { rule.add("required", Node.texts(unknown).jsonText(pretty: false)) }
        return rule
    }
}

extension TypeUse.StringFormat {
    init(_ format: String?) {
        switch format {
        case "date-time": self = .dateTime
        case "date": self = .date
        case "uuid": self = .uuid
        case "uri", "url": self = .uri
        case "byte", "base64": self = .byte
        case "binary": self = .binary
        default: self = .plain
        }
    }
}
