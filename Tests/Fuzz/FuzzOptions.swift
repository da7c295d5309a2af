/// What a run was asked for.
struct FuzzOptions {
    var inputs = 10_000
    var first = 0
    var seed: UInt64 = 1
    /// Seconds that one input may take.
    var limit = 10
    /// The file that a worker notes its progress in; nil for the run that starts workers.
    var progress: String?
    var files: [String] = []

    init(_ arguments: some Sequence<String>) {
        var arguments = Array(arguments)[...]
        while let argument = arguments.popFirst() {
            switch argument {
            case "--inputs": inputs = arguments.popFirst().flatMap { Int($0) } ?? inputs
            case "--first": first = arguments.popFirst().flatMap { Int($0) } ?? first
            case "--seed": seed = arguments.popFirst().flatMap { UInt64($0) } ?? seed
            case "--limit": limit = arguments.popFirst().flatMap { Int($0) } ?? limit
            case "--progress": progress = arguments.popFirst()
            default: files.append(argument)
            }
        }
    }
}
