import Foundation
import QuillRuntime
import Testing

@Suite struct JSONParserTests {
    @Test(arguments: [
        ("", "not JSON: expected a value, but the text ends (line 1, column 1)"),
        ("{\"a\": 1,\n }", "not JSON: expected a member's name in quotes, found } (line 2, column 2)"),
        ("[1 2]", "not JSON: expected a comma or ], found 2 (line 1, column 4)"),
        ("{\"a\" 1}", "not JSON: expected a colon, found 1 (line 1, column 6)"),
        ("[1]]", "not JSON: there is more after the value (line 1, column 4)"),
        ("\"abc", "not JSON: the text ends inside a string (line 1, column 5)"),
        ("\"a\tb\"", "not JSON: a control character inside a string (line 1, column 3)"),
        ("\"\\x\"", "not JSON: an escape that means nothing (line 1, column 2)"),
        ("\"\\ud800\"", "not JSON: an escape that means nothing (line 1, column 2)"),
        ("[01]", "not JSON: expected a comma or ], found 1 (line 1, column 3)"),
        ("[tru]", "not JSON: expected a value, found t (line 1, column 2)"),
        ("[1.]", "not JSON: expected a value, found ] (line 1, column 4)"),
    ])
    func whatIsNoJSONIsSaidWhere(text: String, complaint: String) {
        #expect(complaints(JSONValue.self, text) == [complaint])
    }

    @Test func malformedIsNotMismatch() {
        #expect { try Person(json: "{") } throws: { ($0 as? JSONError)?.kind == .malformed }
        #expect { try Person(json: "{}") } throws: { ($0 as? JSONError)?.kind == .mismatch }
    }

    @Test(
        arguments: [
            [0x22, 0x80, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xE0, 0x80, 0x80, 0x22],
            [0x22, 0xED, 0xA0, 0x80, 0x22],
            [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0x22, 0xF0, 0x80, 0x80, 0x80, 0x22], [0x22, 0xE2, 0x82, 0x22],
            [0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], [0x22, 0xC3],
        ] as [[UInt8]])
    func whatIsNotUTF8IsRefused(bytes: [UInt8]) {
        #expect(throws: JSONError.self) { try String(json: bytes) }
    }

    @Test func everyScalarValueIsRead() throws {
        for scalars in stride(from: 0x80, to: 0x11_0000, by: 4096) {
            let values = (scalars..<min(scalars + 4096, 0x11_0000)).compactMap { Unicode.Scalar(UInt32($0)) }
            let text = String(String.UnicodeScalarView(values))
            #expect(try String(json: Array("\"\(text)\"".utf8)).utf8.elementsEqual(text.utf8))
        }
    }

    @Test(arguments: [
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u20AC""#, "Aé€"),
        (#""\ud83d\uDE00!""#, "😀!"), (#""plain text of some length\u0000""#, "plain text of some length\0"),
    ])
    func escapesAreDecoded(text: String, value: String) throws {
        #expect(try String(json: text) == value)
    }

    @Test func nestingIsBounded() {
        let deep = { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }
        #expect(complaints(JSONValue.self, deep(512)) == [])
        #expect(complaints(JSONValue.self, deep(513)).first?.contains("more than 512 levels of nesting") == true)
        #expect(complaints(JSONValue.self, String(repeating: "[", count: 100_000)).count == 1)
        #expect(complaints(JSONValue.self, String(repeating: #"{"a":"#, count: 100_000)).count == 1)
        #expect(complaints(JSONValue.self, deep(3), limits: JSONLimits(maximumDepth: 2)).count == 1)
    }

    /// Threads other than the first have half a megabyte of stack on Apple platforms.
    @Test func theDeepestDocumentFitsIntoASmallStack() throws {
        let tree = String(repeating: #"{"children":["#, count: 256) + String(repeating: "]}", count: 256)
        let list = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
        let result = Locked<[Bool]>([])
        let thread = Thread {
            let isTree = (try? Tree(json: tree)).map { $0.jsonText() == tree } ?? false
            let isList = (try? JSONValue(json: list)).map { $0.jsonText() == list } ?? false
            result.set([isTree, isList])
        }
        thread.stackSize = 512 << 10
        thread.start()
        while result.get().isEmpty { Thread.sleep(forTimeInterval: 0.005) }
        #expect(result.get() == [true, true])
    }

    /// However much stack a model takes for each level, there is enough.
    @Test func modelsThatTakeMuchStackAreBounded() {
        struct Heavy: JSONRepresentable {
            typealias Kilobyte = (SIMD64<Int64>, SIMD64<Int64>)
            let depth: Int64
            init(reading value: JSONReader) {
                var ballast: (Kilobyte, Kilobyte, Kilobyte) = ((.zero, .zero), (.zero, .zero), (.zero, .zero))
                ballast.1.0[Int.random(in: 0..<64)] = [Heavy](reading: value).first?.depth ?? 0
                depth = ballast.0.0.wrappedSum() &+ ballast.1.0.wrappedSum() &+ ballast.2.1.wrappedSum() &+ 1
            }
            func write(to json: inout JSONWriter) { json.write(depth) }
        }
        let text = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
        let result = Locked<[String]>([])
        let thread = Thread { result.set(complaints(Heavy.self, text)) }
        thread.stackSize = 512 << 10
        thread.start()
        while result.get().isEmpty { Thread.sleep(forTimeInterval: 0.005) }
        #expect(result.get().count == 1)
        #expect(result.get().first?.hasSuffix("/0/0/0: nested too deeply to be read") == true)
    }

    @Test func sizeIsBounded() {
        let limits = JSONLimits(maximumBytes: 10)
        #expect(complaints(String.self, "\"12345678\"", limits: limits) == [])
        #expect(complaints(String.self, "\"123456789\"", limits: limits) == ["the document is larger than 10 bytes"])
    }

    @Test func blanksAndAByteOrderMarkAreSkipped() throws {
        #expect(try [Int](json: "\u{FEFF} \t\r\n[ 1 ,\n2 ] \n") == [1, 2])
    }

    /// Changes, drops and repeats bytes of a document: nothing may crash, and what is read must survive being written.
    @Test func brokenDocumentsNeverCrash() throws {
        var random = Randomness(seed: 42)
        let original = Array(Everything.text.utf8)
        var accepted = 0
        for _ in 0..<20_000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let position = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[position] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: position)
                case 2: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: position)
                default: bytes.removeSubrange(position..<min(bytes.count, position + 20))
                }
                if bytes.isEmpty { bytes = original }
            }
            if let value = try? Everything(json: bytes, validating: Bool.random(using: &random)) {
                accepted += 1
                #expect(try Everything(json: value.jsonBytes()) == value)
            }
            if let value = try? JSONValue(json: bytes) { #expect(try JSONValue(json: value.jsonBytes()) == value) }
            _ = try? Patch(json: bytes, validating: true)
        }
        #expect(accepted > 100)
    }
}

/// A repeatable source of randomness (SplitMix64).
struct Randomness: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

final class Locked<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value
    init(_ value: Value) { self.value = value }
    func get() -> Value { lock.withLock { value } }
    func set(_ new: Value) { lock.withLock { value = new } }
}
