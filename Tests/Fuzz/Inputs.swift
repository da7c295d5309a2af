import Foundation
import QuillDiagnostics
import QuillNodes

/// The inputs of a run: each is decided by the seed and its number alone.
struct Inputs {
    private struct Original {
        let name: String
        let bytes: [UInt8]
        let tree: TreeMutation?
    }

    private let originals: [Original]
    private let seed: UInt64

    /// - Throws: where a file cannot be read.
    init(files: [String], seed: UInt64) throws {
        self.seed = seed
        originals = try files.map { file in
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
            let name = URL(fileURLWithPath: file).lastPathComponent
            let tree = try? DocumentReader.read(SourceText(path: name, bytes: bytes))
            return Original(name: name, bytes: bytes, tree: tree.map(TreeMutation.init))
        }
    }

    /// A text with the name of the file that it comes from, which tells its format.
    func input(_ number: Int) -> (name: String, bytes: [UInt8]) {
        var random = SplitMix(seed: seed, input: number)
        guard !originals.isEmpty else { return ("empty.json", []) }
        let original = originals[random.below(originals.count)]
        if let tree = original.tree, !random.chance(3) {
            return ("mutated.json", Array(tree.applied(using: &random).jsonText().utf8))
        }
        let other = originals[random.below(originals.count)]
        return (original.name, ByteMutation.apply(to: original.bytes, beside: other.bytes, using: &random))
    }
}
