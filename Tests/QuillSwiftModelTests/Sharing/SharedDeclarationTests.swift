import Testing

@testable import QuillSwiftModel

@Suite("Types that are the same")
struct SharedDeclarationTests {
    private func aliases(_ schemas: String...) throws -> [String] {
        try ModelText.schemas(schemas.joined(separator: "\n    ")).declarations.compactMap { declaration in
            if case .alias(let alias) = declaration { "\(alias.name) = \(alias.type)" } else { nil }
        }
    }

    @Test func areDeclaredOnceAndKeepTheirNames() throws {
        let model = try ModelText.schemas(
            "A: {type: object, properties: {x: {enum: [a, b]}, y: {enum: [a, b]}}}",
            "B: {type: object, properties: {x: {enum: [a, b]}, z: {enum: [b, a]}}}")
        #expect(model.typeNames == ["A", "AX", "AY", "B", "BX", "BZ"])
        #expect(model.properties(of: "B") == ["x: BX?", "z: BZ?"])
        #expect(
            try aliases(
                "A: {type: object, properties: {x: {enum: [a, b]}, y: {enum: [a, b]}}}",
                "B: {type: object, properties: {x: {enum: [a, b]}, z: {enum: [b, a]}}}") == ["AY = AX", "BX = AX"])
    }

    @Test func areSoWithAllThatTheySpeakOf() throws {
        #expect(
            try aliases(
                "A: {type: object, properties: {x: {type: object, properties: {y: {enum: [a]}}}}}",
                "B: {type: object, properties: {x: {type: object, properties: {y: {enum: [a]}}}}}",
                "C: {type: object, properties: {x: {type: object, properties: {y: {enum: [c]}}}}}")
                == ["BX = AX", "BXY = AXY"])
    }

    @Test func containThemselvesAlike() throws {
        let tree = "{type: object, properties: {children: {type: array, items: {$ref: '#/components/schemas/NAME'}}}}"
        let found = try aliases(
            "A: {type: object, properties: {x: \(tree.replacing("NAME", with: "A"))}}",
            "B: {type: object, properties: {x: \(tree.replacing("NAME", with: "A"))}}",
            "C: {type: object, properties: {x: \(tree.replacing("NAME", with: "C"))}}")
        // C is an object with an x, too, as long as nothing says otherwise.
        #expect(found == ["BX = AX", "CX = AX"])
    }

    @Test(arguments: [
        "{type: object, properties: {y: {type: string, description: Another.}}}",
        "{type: object, properties: {y: {type: string, maxLength: 5}}}",
        "{type: object, properties: {y: {type: string}}, required: [y]}",
        "{type: object, properties: {y: {type: string}}, additionalProperties: false}",
        "{type: object, properties: {Y: {type: string}}}",
    ])
    func areNotWhatDiffers(_ other: String) throws {
        let found = try aliases(
            "A: {type: object, properties: {x: {type: object, properties: {y: {type: string}}}}}",
            "B: {type: object, properties: {x: \(other)}}")
        #expect(found == [])
    }

    @Test func areNotWhatTheDocumentNames() throws {
        let found = try aliases(
            "A: {type: object, properties: {y: {type: string}}}",
            "B: {type: object, properties: {y: {type: string}}}",
            "C: {type: object, properties: {x: {type: object, properties: {y: {type: string}}}}}")
        #expect(found == ["CX = A"])
    }

    @Test func areNullableCopies() throws {
        func copies(_ names: String...) throws -> [String] {
            try aliases(
                names.map { name in
                    let type = name.hasPrefix("Maybe") ? "[object, 'null']" : "object"
                    return "\(name): {type: \(type), properties: {y: {type: string, description: One.}}}"
                }.joined(separator: "\n    "))
        }
        #expect(try copies("MaybeUser", "User") == ["MaybeUser = User"])
        #expect(try copies("MaybeUser", "MaybeOwner") == [])
        // Of two that it could be a copy of, neither is it.
        #expect(try copies("MaybeUser", "User", "Owner") == [])
    }
}
