import Foundation
import QuillRuntime
import Testing

@testable import QuillClientRuntime

@Suite struct RetryTests {
    /// How often a call is sent when every attempt ends in that way.
    private func attempts(
        _ operation: OperationInfo, _ outcome: Result<HTTPResponse, TransportError>, body: HTTPBody? = nil
    ) async -> Int {
        let transport = Script(outcome).transport
        var request = OperationRequest(operation)
        request.body(body, contentType: "text/plain")
        _ = try? await OperationSender(transport).response(request, success: 200)
        return transport.requests.count
    }

    @Test func idempotentCallsAreRetriedOnServerErrorsAndLostConnections() async {
        for status in [408, 500, 502, 503, 504] {
            #expect(await attempts(Operation.open, .success(.status(status))) == 3)
            #expect(await attempts(Operation.send, .success(.status(status))) == 1)
        }
        for status in [200, 400, 404, 501, 505] {
            #expect(await attempts(Operation.open, .success(.status(status))) == 1)
        }
        #expect(await attempts(Operation.open, .failure(.connectionLost)) == 3)
        #expect(await attempts(Operation.send, .failure(.connectionLost)) == 1)
    }

    @Test func everyCallIsRetriedWhenItWasNotCarriedOut() async {
        #expect(await attempts(Operation.send, .success(.status(429))) == 3)
        #expect(await attempts(Operation.send, .failure(.connectionRefused)) == 3)
    }

    @Test func nothingIsRetriedOnceABodyBegan() async {
        #expect(await attempts(Operation.open, .failure(.truncatedBody(received: 3, expected: 9))) == 1)
        #expect(await attempts(Operation.open, .failure(.timedOut)) == 1)
        let stream = AsyncStream<[UInt8]> { $0.finish() }
        #expect(await attempts(Operation.send, .success(.status(429)), body: HTTPBody(stream: stream)) == 1)
    }

    @Test func waitsGrowAndEndInSuccess() async throws {
        let waits = Waits()
        let script = Script(.failure(.connectionRefused), .success(.status(503)), .success(.status(200)))
        let sender = OperationSender(script.transport, timing: .immediate(waits, random: 0.5))
        try await sender.empty(OperationRequest(Operation.open), success: 200)
        #expect(waits.all == [.milliseconds(375), .milliseconds(750)])
    }

    @Test func retryAfterDecidesTheWait() async throws {
        func waits(_ header: String) async -> [Duration] {
            let waits = Waits()
            let script = Script(.success(.status(429, ["Retry-After": header])), .success(.status(200)))
            let sender = OperationSender(script.transport, timing: .immediate(waits))
            _ = try? await sender.empty(OperationRequest(Operation.open), success: 200)
            return waits.all
        }
        #expect(await waits("7") == [.seconds(7)])
        #expect(await waits("0") == [.zero])
        // The clock of these tests stands at 08:49:37.
        #expect(await waits("Sun, 06 Nov 1994 08:49:57 GMT") == [.seconds(20)])
        #expect(await waits("Sun, 06 Nov 1994 08:00:00 GMT") == [.zero])
        #expect(await waits("soon") == [.milliseconds(250)])
        // Longer than the policy waits: the answer stands.
        #expect(await waits("3600") == [])
        #expect(await waits("99999999999999999999999") == [])
    }

    @Test func theLastAnswerIsTheResult() async {
        let waits = Waits()
        let script = Script(.success(.json("slow down", status: 429)))
        let sender = OperationSender(script.transport, timing: .immediate(waits)) { $0.retry.attempts = 5 }
        let error = await clientError { try await sender.empty(OperationRequest(Operation.open), success: 200) }
        #expect(error?.status == 429)
        #expect(waits.all.count == 4)
        let once = Script(.success(.status(503))).transport
        _ = await clientError {
            try await OperationSender(once, configure: { $0.retry = .never })
                .empty(OperationRequest(Operation.open), success: 200)
        }
        #expect(once.requests.count == 1)
    }

    @Test func cancellationEndsTheWaiting() async throws {
        let (waiting, begun) = AsyncStream<Void>.makeStream()
        let timing = RetryTiming(
            now: { Date() },
            sleep: { _ in
                begun.finish()
                try await Task.sleep(for: .seconds(600))
            }, random: { 0 })
        let transport = Script(.success(.status(503))).transport
        let sender = OperationSender(transport, timing: timing)
        let call = Task { try await sender.empty(OperationRequest(Operation.open), success: 200) }
        for await _ in waiting {}
        call.cancel()
        let error = await clientError { try await call.value }
        guard case .cancelled? = error?.reason else { return unexpected(error) }
        #expect(transport.requests.count == 1)
    }

    @Test func aCancelledTaskSendsNothing() async throws {
        let transport = Script(.success(.status(200))).transport
        let sender = OperationSender(transport)
        let call = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await sender.empty(OperationRequest(Operation.open), success: 200)
        }
        let error = await clientError { try await call.value }
        guard case .cancelled? = error?.reason else { return unexpected(error) }
        #expect(transport.requests.isEmpty)
    }
}
