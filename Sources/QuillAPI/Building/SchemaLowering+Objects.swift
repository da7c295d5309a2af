import QuillDiagnostics
import QuillNodes
import QuillOpenAPI

/// The members of objects, looked at once all objects have their names.
extension SchemaLowering {
    mutating func finishObjects() {
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

    /// - Parameter origin: what the schemas written inline in it are called after, where it is not the object.
    mutating func shape(
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
    mutating func type(of member: ObjectMembers.Member, in id: SchemaID) -> TypeUse {
        let name = (member.origin.map { names[$0] } ?? id).adding(member.key)
        guard case .inline(let schema) = member.type else { return type(of: member.type, name: .proposed(name)) }
        let place = PropertyPlace(location: schema.location, name: name)
        if let known = propertyTypes[place] { return known }
        let use = type(of: member.type, name: .proposed(name))
        propertyTypes[place] = use
        return use
    }

    /// Members that have to be there although nothing else is said of them.
    mutating func unknownRequired(
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
