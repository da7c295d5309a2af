import QuillSwiftModel
import Testing

@Suite("What a call asks of its key")
struct AccessTests {
    /// The model of a document whose operations have these requirements, in order.
    private func model(_ requirements: [String]) throws -> ModelText {
        let operations = requirements.enumerated().map { index, requirement in
            "/\(index): {get: {operationId: call\(index), security: \(requirement), "
                + "responses: {'204': {description: Done.}}}}"
        }
        return try ModelText(
            """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            paths:
              \(operations.joined(separator: "\n  "))
            components:
              securitySchemes:
                key: {type: apiKey, in: header, name: X-Key}
                login: {type: http, scheme: basic}
                token: {type: http, scheme: bearer}
            """)
    }

    private func constraint(_ requirements: String...) throws -> String {
        let methods = try model(requirements).contents.flatMap { content -> [ClientMethod] in
            if case .client(let client) = content { client.methods } else { [] }
        }
        return methods.last?.requirements.joined(separator: " & ") ?? ""
    }

    @Test(arguments: [
        ("[]", ""),
        ("[{}]", ""),
        ("[{}, {key: []}]", ""),
        ("[{key: []}]", "Scheme.Key"),
        ("[{key: []}, {login: []}]", "Scheme.KeyOrLogin"),
        ("[{login: []}, {key: []}]", "Scheme.KeyOrLogin"),
        ("[{key: [], login: []}]", "Scheme.Key & Scheme.Login"),
        ("[{key: [], token: [a]}]", "Scheme.Key & Scope.A"),
        ("[{token: [a, b]}]", "Scope.A & Scope.B"),
        ("[{token: [a]}, {token: [b]}]", "Scope.AOrB"),
        ("[{key: [], login: []}, {token: [a]}]", "Scope.KeyAndLoginOrA"),
        // What is asked for beside less is not asked for.
        ("[{token: [a, b]}, {token: [b]}]", "Scope.B"),
        ("[{token: []}, {token: [b]}]", "Scheme.Token"),
        ("[{key: []}, {key: [], login: []}]", "Scheme.Key"),
        ("[{key: []}, {key: []}]", "Scheme.Key"),
        ("[{token: [a, b, c, d]}, {key: []}]", "Scope.KeyOrAAnd3More"),
        ("[{token: [a]}, {token: [b]}, {token: [c]}, {token: [d]}, {token: [e]}]", "Scope.AOr4More"),
    ])
    func isOneProtocolForAlternatives(security: String, expected: String) throws {
        #expect(try constraint(security) == expected)
    }

    @Test func isNamedWithoutRegardToOtherOperations() throws {
        #expect(
            try constraint("[{token: [z]}, {login: []}]", "[{login: []}, {token: [a]}]", "[{token: [a]}, {login: []}]")
                == "Scope.LoginOrA")
    }

    @Test func isNumberedWhereAScopeIsCalledTheSame() throws {
        #expect(try constraint("[{token: [a_or_key]}]", "[{key: []}, {token: [a]}]") == "Scope.KeyOrA")
        #expect(try constraint("[{token: [key_or_a]}]", "[{key: []}, {token: [a]}]") == "Scope.KeyOrA2")
    }
}
