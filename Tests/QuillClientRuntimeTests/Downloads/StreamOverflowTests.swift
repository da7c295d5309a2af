import Foundation
import Testing

@testable import QuillClientRuntime

@Suite struct StreamOverflowTests {
    @Test func whatCameFirstIsReadFirstWhateverTheSizes() throws {
        var overflow = StreamOverflow(limit: 1000, segmentBytes: 10)
        var (written, read) = ([UInt8](), [UInt8]())
        for round in 1...60 {
            let bytes = (0..<(round % 7 + 1)).map { UInt8(truncatingIfNeeded: round * 3 + $0) }
            try overflow.append(Data(bytes))
            written += bytes
            for _ in 0..<(round % 4) where overflow.unread > 0 { read += try overflow.next(upTo: round % 5 + 1) }
            #expect(overflow.unread == written.count - read.count)
        }
        while overflow.unread > 0 { read += try overflow.next(upTo: 3) }
        #expect(read == written)
    }

    @Test func noMoreIsKeptThanTheLimit() throws {
        var overflow = StreamOverflow(limit: 10, segmentBytes: 4)
        try overflow.append(Data(count: 10))
        let error = #expect(throws: TransportError.self) { try overflow.append(Data(count: 1)) }
        guard case .unread(limit: 10)? = error else {
            Issue.record("another error: \(error.map(String.init(describing:)) ?? "none")")
            return
        }
        // What is read makes room.
        _ = try overflow.next(upTo: 4)
        try overflow.append(Data(count: 4))
        #expect(overflow.unread == 10)
    }
}
