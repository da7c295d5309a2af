import Foundation
import QuillEmitter
import QuillTexts

/// The process that does the work and may die of it.
struct Worker {
    private let options: FuzzOptions

    init(_ options: FuzzOptions) { self.options = options }

    /// `ru_maxrss` counts kilobytes on Linux and bytes on Apple's systems.
    private var kilobyte: Int {
        #if canImport(Darwin)
            1024 * 1024
        #else
            1024
        #endif
    }

    func run() throws -> Int32 {
        let inputs = try Inputs(files: options.files, seed: options.seed)
        let emitter = try Emitter(texts: .embedded)
        guard let progress = options.progress, let file = FileHandle(forUpdatingAtPath: progress) else { return 2 }
        var counts: [Run.Outcome: Int] = [:]
        for number in options.first..<options.first + options.inputs {
            try file.seek(toOffset: 0)
            try file.write(contentsOf: Data("\(number)\n".utf8))
            alarm(UInt32(options.limit))
            counts[try Run.outcome(of: inputs.input(number), emitter: emitter), default: 0] += 1
        }
        alarm(0)
        var usage = rusage()
        getrusage(0, &usage)  // RUSAGE_SELF, whose type differs between platforms
        let summary = Run.Outcome.allCases.map { "\(counts[$0, default: 0]) \($0.rawValue)" }.joined(separator: ", ")
        print(
            "inputs \(options.first)..<\(options.first + options.inputs): \(summary); peak \(usage.ru_maxrss / kilobyte) MB"
        )
        return 0
    }
}
