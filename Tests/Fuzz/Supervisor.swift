import Foundation

/// Starts workers, and goes on behind what one of them died of.
struct Supervisor {
    private let options: FuzzOptions
    /// Inputs of one worker.
    private static let batch = 2_000

    init(_ options: FuzzOptions) { self.options = options }

    func run() throws -> Int32 {
        let inputs = try Inputs(files: options.files, seed: options.seed)
        var number = options.first
        let end = options.first + options.inputs
        var failures = 0
        while number < end {
            let count = min(Self.batch, end - number)
            guard let (reached, status) = try failure(from: number, count: count) else {
                number += count
                continue
            }
            failures += 1
            let (name, bytes) = inputs.input(reached)
            let kept = "fuzz-\(options.seed)-\(reached)-\(name)"
            try Data(bytes).write(to: URL(fileURLWithPath: kept))
            let reason = status == SIGALRM ? "took longer than \(options.limit) s" : "died of signal \(status)"
            print("input \(reached) \(reason); kept as \(kept)")
            number = reached + 1
        }
        print("\(options.inputs) inputs with seed \(options.seed): \(failures) crashed or hung")
        return failures == 0 ? 0 : 1
    }

    /// The input that a worker died of, with the signal; nil where it came to its end.
    private func failure(from first: Int, count: Int) throws -> (input: Int, status: Int32)? {
        let progress = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try Data("\(first)\n".utf8).write(to: progress)
        defer { try? FileManager.default.removeItem(at: progress) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
        process.arguments =
            ["--inputs", "\(count)", "--first", "\(first)", "--seed", "\(options.seed)"]
            + ["--limit", "\(options.limit)", "--progress", progress.path] + options.files
        try process.run()
        process.waitUntilExit()
        if process.terminationReason == .exit, process.terminationStatus == 0 { return nil }
        let noted = try String(contentsOf: progress, encoding: .utf8)
        let reached = noted.split(separator: "\n").first.flatMap { Int($0) } ?? first
        return (reached, process.terminationStatus)
    }
}
