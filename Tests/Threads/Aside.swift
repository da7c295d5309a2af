import Foundation

/// Does what takes seconds beside the tests, as many at a time as there are cores.
///
/// Tests share as many threads as there are cores, all are begun at once, and each waits behind the others whenever it is
/// suspended: those that watch a clock fail where others keep the threads busy.
public func aside<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
        queue.addOperation { continuation.resume(with: Swift.Result { try work() }) }
    }
}

private let queue: OperationQueue = {
    let queue = OperationQueue()
    queue.maxConcurrentOperationCount = ProcessInfo.processInfo.activeProcessorCount
    return queue
}()
