/// What several ways of doing the same take, measured in turns, so that whatever else the machine does meets all alike.
struct Measurement {
    /// A way of doing it; gives back something that depends on the work, so that none is left out.
    struct Candidate {
        let name: String
        let run: () throws -> Int
    }

    /// The median of the rounds, in seconds for one run, in the order of the candidates.
    let medians: [Double]

    init(_ candidates: [Candidate], rounds: Int) throws {
        let clock = ContinuousClock()
        var sink = 0
        // As many runs as take about 20 ms.
        let repetitions = try candidates.map { candidate in
            let once = try clock.measure { for _ in 0..<3 { sink &+= try candidate.run() } } / 3
            return max(1, Int(0.02 / max(once.seconds, 1e-7)))
        }
        var times = candidates.map { _ in [Double]() }
        for _ in 0..<rounds {
            for (index, candidate) in candidates.enumerated() {
                let duration = try clock.measure {
                    for _ in 0..<repetitions[index] { sink &+= try candidate.run() }
                }
                times[index].append(duration.seconds / Double(repetitions[index]))
            }
        }
        medians = times.map { $0.sorted()[$0.count / 2] }
        if sink == 42 { print() }
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
