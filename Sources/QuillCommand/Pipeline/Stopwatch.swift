/// How long each stage took.
struct Stopwatch {
    private(set) var laps: [(stage: String, time: Duration)] = []

    mutating func time<Result, Failure>(
        _ stage: String, _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let start = ContinuousClock.now
        defer { laps.append((stage, start.duration(to: .now))) }
        return try work()
    }

    /// A line for each stage: `read nodes       12.3 ms`.
    var text: String {
        laps.map { stage, time in
            let tenths = Int((time.milliseconds * 10).rounded())
            let figure = "\(tenths / 10).\(tenths % 10) ms"
            let gap = max(1, 30 - stage.count - figure.count)
            return "\(stage)\(String(repeating: " ", count: gap))\(figure)\n"
        }
        .joined()
    }
}
