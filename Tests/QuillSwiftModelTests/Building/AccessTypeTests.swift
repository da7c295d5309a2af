import Foundation
import Testing

/// What the compiler makes of keys and requirements: the access types of the case `alternatives`, against declarations
/// that stand in for the client's methods.
@Suite struct AccessTypeTests {
    private static let hasCompiler = SwiftCompiler.path != nil

    /// What the compiler says of a key that is handed to a method with that constraint; empty where it is content.
    private func complaints(_ key: String, calling constraint: String) async throws -> String {
        let access = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../GoldenTests/Cases/alternatives/Expected/Sources/GoldenClient/Access.swift")
        let all = try String(contentsOf: access, encoding: .utf8)
        let text = all.components(separatedBy: "nonisolated extension TokenIssuer")[0]
        return try await SwiftCompiler.complaints(
            about: text.replacingOccurrences(of: "import GoldenModels\n", with: "enum Scheme {}\nstruct Scope {}\n")
                .replacingOccurrences(of: "public ", with: "")
                + "enum Key: \(key) {}\nfunc call<Access>(_: Access.Type) where Access: \(constraint) {}\nfunc test() { call(Key.self) }\n"
        )
    }

    @Test(
        .enabled(if: hasCompiler, "there is no swiftc on the path"),
        arguments: [
            ("Scheme.Bot", "Scope.BotOrIdentify"),
            ("Scope.Identify", "Scope.BotOrIdentify"),
            ("Scope.Email, Scope.Identify", "Scope.BotOrIdentify"),
            ("Scope.Mail", "Scope.BotOrEmail"),
            ("Scope.GuildsWrite", "Scheme.BotOrLogin"),
            ("Scope.GuildsWrite", "Scope.BotAndEmailOrGuildsWrite"),
            ("Scope.BotAndEmail", "Scope.BotAndEmailOrGuildsWrite"),
            ("Scope.BotAndEmailAndIdentify", "Scope.BotAndEmailOrGuildsWrite"),
            ("Scope.BotAndEmailAndIdentify", "Scope.BotAndEmailAndIdentifyOrStaff"),
            ("Scheme.Bot, Scope.Mail", "Scheme.Bot & Scope.Email"),
            ("Scheme.Session", "Scope.BadgeOr4More"),
        ])
    func aKeyThatMeetsAnAlternativeCompiles(key: String, constraint: String) async throws {
        #expect(try await complaints(key, calling: constraint) == "")
    }

    @Test(
        .enabled(if: hasCompiler, "there is no swiftc on the path"),
        arguments: [
            ("Scope.Email", "Scope.BotOrIdentify"),
            ("Scheme.Login", "Scope.BotOrIdentify"),
            ("Scheme.Bot", "Scope.BotAndEmailOrGuildsWrite"),
            ("Scope.GuildsRead", "Scope.BotAndEmailOrGuildsWrite"),
            ("Scope.BotAndEmail", "Scope.BotAndEmailAndIdentifyOrStaff"),
            ("Scheme.Staff", "Scheme.BotOrLogin"),
            ("Scope.Email", "Scheme.Bot & Scope.Email"),
        ])
    func aKeyThatMeetsNoneDoesNotAndTheErrorNamesTheRequirement(key: String, constraint: String) async throws {
        let missing = constraint.split(separator: "&").first.map { $0.filter { $0 != " " } } ?? ""
        let found = try await complaints(key, calling: constraint)
        #expect(found.contains("requires that 'Key' conform to '\(missing)'"), "\(found)")
    }
}
