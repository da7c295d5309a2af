import Foundation
import QuillDiagnostics
import QuillNodes
import Testing

@Suite("The stack that reading takes")
struct StackTests {
    /// Half a megabyte is what threads other than the main one have on Apple platforms.
    @Test(arguments: [
        String(repeating: "[", count: 300), String(repeating: "{\"a\":", count: 300),
        String(repeating: "- ", count: 128), String(repeating: "? ", count: 128), String(repeating: "[a: ", count: 300),
        (0..<128).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    ])
    func theDeepestDocumentFitsASmallThread(text: String) async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let thread = Thread {
                for format in DocumentFormat.allCases {
                    let root = try? DocumentReader.read(SourceText(path: "a", text: text), format: format)
                    _ = root?.jsonText(pretty: true)
                }
                continuation.resume()
            }
            thread.stackSize = 512 << 10
            thread.start()
        }
    }
}
