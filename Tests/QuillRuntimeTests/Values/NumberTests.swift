import Foundation
import QuillRuntime
import Testing

@Suite struct NumberTests {
    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("7", 7), ("1.0", 1), ("1e2", 100), ("1.50e1", 15), ("120e-1", 12), ("-3E0", -3),
            ("0e99999999999999999999", 0), ("0.000e5", 0), ("123456789012345678", 123_456_789_012_345_678),
            ("9223372036854775807", .max), ("-9223372036854775808", .min), ("9223372036854775807.00", .max),
            ("9007199254740993.0", 9_007_199_254_740_993), ("1000000000000000000000e-21", 1),
        ] as [(String, Int64)])
    func integersAreExact(text: String, value: Int64) throws {
        #expect(try Int64(json: text) == value)
        #expect(try Int(json: text) == Int(value))
    }

    @Test(arguments: [
        ("1.5", "expected an integer, found a fraction"), ("1e-1", "expected an integer, found a fraction"),
        ("1e-99999999999999999999", "expected an integer, found a fraction"),
        ("9223372036854775808", "does not fit into 64 bits"), ("-9223372036854775809", "does not fit into 64 bits"),
        ("1e19", "does not fit into 64 bits"), ("1e99999999999999999999", "does not fit into 64 bits"),
        ("\"1\"", "expected an integer, found a string"),
    ])
    func whatIsNoIntegerIsAFault(text: String, complaint: String) {
        #expect(complaints(Int.self, text) == [complaint])
    }

    @Test func narrowIntegersAreChecked() throws {
        #expect(try Int32(json: "-2147483648") == .min)
        #expect(complaints(Int32.self, "2147483648") == ["does not fit into 32 bits"])
    }

    @Test(arguments: [
        "0", "-0.0", "1", "-1.5", "0.1", "0.3", "3.14159265358979", "123456.789", "1e22", "1e23",
        "1.7976931348623157e308",
        "5e-324", "2.2250738585072014e-308", "9007199254740993", "9007199254740991", "0.1234567890123456789",
        "179769313486231580793728971405301", "8.5e-45", "7.2057594037927933e16", "1234567890123456.7",
        "0.00000000000000000001",
    ])
    func doublesAreReadCorrectly(text: String) throws {
        #expect(try Double(json: text).bitPattern == Double(text)?.bitPattern)
    }

    @Test func doublesSurvive() throws {
        var random = Randomness(seed: 7)
        for _ in 0..<20_000 {
            let value = Double(bitPattern: random.next())
            if value.isFinite {
                #expect(try Double(json: value.jsonBytes()).bitPattern == value.bitPattern)
            }
            let decimal = Double(Int64.random(in: -1_000_000_000...1_000_000_000, using: &random)) / 1000
            #expect(try Double(json: decimal.jsonBytes()) == decimal)
            #expect(try Double(json: "\(decimal)") == decimal)
        }
    }

    @Test func numbersAreShort() {
        #expect(
            [1.0, -1, 0.1, 1e20, 1e-7, 100, 0, 9_007_199_254_740_991].jsonText()
                == "[1,-1,0.1,1e+20,1e-07,100,0,9007199254740991]")
        #expect([Double.nan, .infinity, -.infinity].jsonText() == "[null,null,null]")
        #expect([Int64.min, .max, 0, 9, 10, -99].jsonText() == "[-9223372036854775808,9223372036854775807,0,9,10,-99]")
    }

    @Test func integersSurvive() throws {
        var random = Randomness(seed: 8)
        for _ in 0..<20_000 {
            let value = Int64(truncatingIfNeeded: random.next()) >> Int64.random(in: 0..<64, using: &random)
            #expect(value.jsonText() == "\(value)")
            #expect(try Int64(json: value.jsonBytes()) == value)
        }
    }

    @Test func hugeNumbersAreFaults() {
        #expect(complaints(Double.self, "1e400") == ["the number is too large"])
        #expect(complaints(Double.self, "-1e400") == ["the number is too large"])
    }
}
