/// Which of a fixed number of files something goes to, for builds that must know the files before the document is read.
///
/// Its own name alone decides, so that what is added to a document moves nothing of what was there.
public enum Shard {
    /// - Returns: a number below `count`: the same on every machine and in every version, for it is where things are.
    public static func number(of name: some StringProtocol, among count: Int) -> Int {
        // Fowler, Noll and Vo's hash (FNV-1a, 64 bits), folded.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return Int((hash ^ (hash >> 32)) % UInt64(count))
    }
}
