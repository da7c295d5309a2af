/// Combines the Swift sources of each module into a fixed number of files, `PetsModels1.swift` to `PetsModels8.swift`.
///
/// For builds that must know the names of all outputs before the document is read. A part stands in the shard that the
/// name of its file decides, so that what is added to a document moves nothing of what was there.
struct Shards {
    let count: Int

    /// All files, those below `Sources/<module>` combined; there are as many shards of each module as there should be,
    /// if need be without contents.
    func combined(_ files: [SwiftFile]) -> [SwiftFile] {
        var others: [SwiftFile] = []
        var modules: [String] = []
        var shards: [String: [[SwiftFile]]] = [:]
        for file in files {
            let parts = file.path.split(separator: "/")
            guard parts.count > 2, parts[0] == "Sources", let name = parts.last else {
                others.append(file)
                continue
            }
            let module = String(parts[1])
            if shards[module] == nil {
                modules.append(module)
                shards[module] = Array(repeating: [], count: count)
            }
            shards[module]?[shard(of: name)].append(file)
        }
        return others
            + modules.flatMap { module in
                (shards[module] ?? []).enumerated().map { index, files in
                    SwiftFile(
                        path: "Sources/\(module)/\(module)\(index + 1).swift",
                        contents: files.sorted { $0.path < $1.path }.flatMap(\.contents))
                }
            }
    }

    /// Fowler, Noll and Vo's hash (FNV-1a, 64 bits): the same everywhere and always.
    private func shard(of name: Substring) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return Int(hash % UInt64(count))
    }
}
