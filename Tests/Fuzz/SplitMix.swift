/// Random numbers that are the same for the same seed everywhere (SplitMix64).
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64, input: Int) {
        state = seed &+ UInt64(truncatingIfNeeded: input) &* 0x9E37_79B9_7F4A_7C15
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number below a bound; 0 for a bound that leaves nothing.
    mutating func below(_ bound: Int) -> Int { bound > 1 ? Int.random(in: 0..<bound, using: &self) : 0 }

    mutating func chance(_ of: Int) -> Bool { below(of) == 0 }
}
