import Testing

@testable import QuillDiff

/// Two schemas and the rules that tell them apart, in both orders.
///
/// A rule is named by its suffix, `max-set`; behind a dot it is of a value inside, `.max-set`, and with a colon of a
/// property as such: `.optional:removed`.
struct SchemaPair: CustomTestStringConvertible, Sendable {
    let old: String
    let new: String
    let forward: [String]
    let backward: [String]
    /// What the schemas refer to.
    var components = "{}"
    var newComponents: String?
    var graceDays = 0

    init(
        _ old: String, _ new: String, _ forward: [String], _ backward: [String], components: String = "{}",
        newComponents: String? = nil, graceDays: Int = 0
    ) {
        self.old = old
        self.new = new
        self.forward = forward
        self.backward = backward
        self.components = components
        self.newComponents = newComponents
        self.graceDays = graceDays
    }

    var testDescription: String { "\(old) → \(new)" }

    /// The ids that the rules have in a place.
    static func ids(_ rules: [String], in place: SchemaPlace) -> Set<String> {
        Set(
            rules.map { text in
                let isInside = text.hasPrefix(".")
                let place = isInside ? place.inside : place
                let name = isInside ? String(text.dropFirst()) : text
                guard let colon = name.firstIndex(of: ":") else { return "\(place.prefix)-\(name)" }
                let (owner, noun) = place.ofProperty
                let (need, verb) = (name[..<colon], name[name.index(after: colon)...])
                if owner == "request", noun == "property", verb.hasPrefix("added") {
                    return "new-\(need)-request-property\(verb.dropFirst(5))"
                }
                return "\(owner)-\(need)-\(noun)-\(verb)"
            })
    }

    /// A document in which a schema stands in a place and nowhere else.
    static func document(_ schema: String, in place: SchemaPlace, components: String) -> String {
        let object = "{type: object, properties: {p: \(schema)}}"
        let hidden = { (mark: String) in
            "{type: object, properties: {p: {\(mark): true, allOf: [\(schema)]}}}"
        }
        let json = { (schema: String) in "content: {application/json: {schema: \(schema)}}" }
        let body = { (schema: String) in "requestBody: {\(json(schema))}, responses: {}" }
        let answer = { (schema: String) in "responses: {'200': {description: OK, \(json(schema))}}" }
        let parameter = { (schema: String) in "parameters: [{name: q, in: query, schema: \(schema)}], responses: {}" }
        let header = { (schema: String) in
            "responses: {'200': {description: OK, headers: {X-H: {schema: \(schema)}}}}"
        }
        let operation =
            switch place {
            case .requestBody: body(schema)
            case .requestProperty: body(object)
            case .requestReadOnlyProperty: body(hidden("readOnly"))
            case .requestParameter: parameter(schema)
            case .requestParameterProperty: parameter(object)
            case .responseBody: answer(schema)
            case .responseProperty: answer(object)
            case .responseWriteOnlyProperty: answer(hidden("writeOnly"))
            case .responseHeader: header(schema)
            case .responseHeaderProperty: header(object)
            }
        return """
            {openapi: 3.2.0, info: {title: T, version: 1.0.0}, paths: {/a: {post: {\(operation)}}},
            components: {schemas: \(components)}}
            """
    }

    func difference(in place: SchemaPlace, backward: Bool) throws -> APIDifference {
        let before = Self.document(old, in: place, components: components)
        let after = Self.document(new, in: place, components: newComponents ?? components)
        return try Documents.difference(
            backward ? after : before, backward ? before : after, graceDays: graceDays)
    }
}

@Suite struct SchemaPairTests {
    @Test(arguments: SchemaPairs.all)
    func isToldInEveryPlace(pair: SchemaPair) throws {
        for place in SchemaPlace.allCases {
            let forward = Documents.rules(try pair.difference(in: place, backward: false))
            #expect(forward == SchemaPair.ids(pair.forward, in: place), "\(place)")
            let backward = Documents.rules(try pair.difference(in: place, backward: true))
            #expect(backward == SchemaPair.ids(pair.backward, in: place), "\(place), backward")
        }
    }
}
