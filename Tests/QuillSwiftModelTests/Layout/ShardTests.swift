import Testing

@testable import QuillSwiftModel

@Suite struct ShardTests {
    @Test func staysWhatItIs() {
        #expect(Shard.number(of: "Pet.swift", among: 8) == 2)
        #expect(Shard.number(of: "Pet.swift", among: 32) == 10)
        #expect(Shard.number(of: "Operations.swift", among: 32) == 15)
        #expect(Shard.number(of: "", among: 8) == 1)
    }
}
