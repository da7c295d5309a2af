import Testing

@testable import QuillSwiftModel

/// Names are right if the compiler takes them, where the templates put them.
@Suite("Names and the compiler", .enabled(if: SwiftCompiler.path != nil, "\(SwiftCompiler.isMissing)"))
struct CompiledNameTests {
    /// Words of the grammar and of attributes, and members that types have anyway.
    static let words = """
        accesses actor any Any as assignment associatedtype associativity async attached autoclosure available await
        backDeployed before borrow borrowing break canImport case catch class compiler consume consuming continue
        convenience convention copy default defer deinit dependsOn deprecated derivative didSet differentiable
        discard distributed do dynamic each else enum escaping exclusivity exported extension fallthrough false file
        fileID fileprivate final for forward freestanding func function get guard higherThan if import in indirect infix init
        initializes inline inout internal introduced is isolated kind lazy left let line linear lowerThan macro
        message metadata modify module mutating nil noasync none nonisolated nonmutating objc obsoleted of open
        operator optional override package postfix precedence precedencegroup prefix preconcurrency private Protocol
        protocol public read reasync renamed repeat required rethrows retroactive return right safe scoped self Self sending set some spi
        static struct subscript super swift switch target then throw throws transpose true try Type type typealias
        unavailable unchecked unowned unsafe unmanaged var visibility weak where while willSet witness yield
        hash hashValue rawValue description debugDescription encode id customMirror dynamicType _ $0 #if @main
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    /// Every scalar that ``Words`` keeps, a hundred to a name.
    static let letters: [String] = {
        let scalars = (0x80...0x3FFFF).compactMap { Unicode.Scalar($0) }.filter(\.continuesIdentifier)
        return stride(from: 0, to: scalars.count, by: 100).map { start in
            var name = "x"
            for scalar in scalars[start..<min(start + 100, scalars.count)] { name.unicodeScalars.append(scalar) }
            return name
        }
    }()

    @Test func takesEveryWordAsAMember() async throws {
        var namespace = Namespace(reserved: ["rawValue", "knownValues"])
        let names = (Self.words + ["", "1", "😀"]).map {
            namespace.claim(Identifier.member(Words(splitting: $0), orElse: "empty"), Identifier.verbatim($0))
        }
        let found = try await SwiftCompiler.complaints(about: Self.members(names))
        #expect(found == "")
    }

    @Test func takesEveryWordVerbatim() async throws {
        var namespace = Namespace(reserved: ["rawValue", "knownValues"])
        let names = Self.words.map { namespace.claim(Identifier.verbatim($0)) }
        let found = try await SwiftCompiler.complaints(about: Self.members(names))
        #expect(found == "")
    }

    @Test func takesEveryWordAsAType() async throws {
        var namespace = Namespace()
        let names = (Self.words + ["", "1", "😀"]).map {
            namespace.claim(Identifier.type(Words(splitting: $0), orElse: "Unnamed"))
        }
        let source = names.map { name in
            """
            public struct \(name): Sendable { public let value: Int; public init(value: Int) { self.value = value } }
            public protocol \(name)Service: Sendable { func answer(body: \(name)) async throws -> [\(name)?] }
            extension Client {
                public struct \(name): Sendable { let sender: Int }
                public var \(Identifier.lowerFirst(name))_: \(name) { \(name)(sender: 1) }
            }
            extension Client.\(name) { func call() -> [\(name)] { [] } }
            extension Scheme { public protocol \(name): Sendable {} }
            public enum Any\(name): Scheme.\(name) {}
            """
        }
        let found = try await SwiftCompiler.complaints(
            about: "public struct Client: Sendable {}\npublic enum Scheme {}\n" + source.joined(separator: "\n"))
        #expect(found == "")
    }

    @Test func takesEveryLetter() async throws {
        let source = Self.letters.enumerated().map { index, name in
            let words = Words(splitting: name)
            return """
                enum E\(index) {
                    static let \(Identifier.member(words, orElse: "empty")) = 1
                    struct \(Identifier.type(words, orElse: "Empty")) {}
                    enum V { static let \(Identifier.verbatim(name)) = 1 }
                }
                """
        }
        let found = try await SwiftCompiler.complaints(about: source.joined(separator: "\n"))
        #expect(found == "")
    }

    @Test func takesEveryLetterAtTheStart() async throws {
        let scalars = (0x80...0x3FFFF).compactMap { Unicode.Scalar($0) }.filter(\.continuesIdentifier)
        let names = scalars.enumerated().filter { $0.offset % 37 == 0 }.map { "\($0.element)" }
        let source = names.enumerated().map { index, name in
            "enum E\(index) { static let \(Identifier.member(Words(splitting: name), orElse: "empty")) = 1 }"
        }
        let found = try await SwiftCompiler.complaints(about: source.joined(separator: "\n"))
        #expect(found == "")
    }

    /// Members in each place that the templates have for them.
    private static func members(_ names: [String]) -> String {
        func each(_ line: (String) -> String) -> String { names.map(line).joined(separator: "\n    ") }
        let list = names.joined(separator: ", ")
        return """
            public struct Reader {
                mutating func optional(_ key: StaticString) -> String? { nil }
                func object() -> Reader { self }
            }
            public struct Writer { mutating func optional(_ key: StaticString, _ value: String?) {} }
            public protocol Model: Hashable, Sendable {}
            public struct Model1: Model {
                \(each { "public let \($0): String?" })
                public init(\(names.map { "\($0): String? = nil" }.joined(separator: ", "))) {
                    \(each { "self.\($0) = \($0)" })
                }
                public init(reading value: Reader) {
                    var object = value.object()
                    \(each { "\($0) = object.optional(\"a\")" })
                }
                public func write(to json: inout Writer) {
                    \(each { "json.optional(\"a\", \($0))" })
                }
            }
            public struct OpenEnum<Values>: RawRepresentable, Hashable, Sendable {
                public let rawValue: String
                public init(rawValue: String) { self.rawValue = rawValue }
                public static var knownValues: [Self] { [] }
            }
            public typealias Open = OpenEnum<OpenValues>
            public enum OpenValues {}
            extension Open {
                \(each { "public static var \($0): Self { Self(rawValue: \"a\") }" })
            }
            public enum Operation {
                \(each { "public static let \($0) = 1" })
                public static var all: [Int] { [\(list)] }
            }
            public struct Request { mutating func query(_ name: String, _ value: String?) {} }
            public struct Group: Sendable {
                let sender: Int
            }
            public struct Client: Sendable {
                let sender: Int
                \(each { "public var \($0): Group { Group(sender: sender) }" })
            }
            extension Group {
                \(each {
                    """
                    public func \($0)(\($0): String? = nil) async throws -> Int {
                        var request = Request()
                        request.query("a", \($0))
                        return Operation.\($0)
                    }
                    """
                })
                func calls() async throws {
                    \(each { "let \($0): String? = \"a\"" })
                    \(each { "_ = try await self.\($0)(\(Identifier.label($0)): \($0))" })
                }
            }
            func uses(client: Client, value: Open) {
                \(each { "_ = client.\($0)\n    _ = value == .\($0)" })
                _ = [\(names.map { "Model1(\(Identifier.label($0)): nil).\($0)" }.joined(separator: ", "))] as [String?]
            }
            """
    }
}
