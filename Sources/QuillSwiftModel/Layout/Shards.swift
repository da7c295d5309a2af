/// Combines the Swift sources of each module into a fixed number of files, `PetsModels1.swift` to `PetsModels8.swift`.
///
/// A part stands in the shard that the name of its file decides.
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
            shards[module]?[Shard.number(of: name, among: count)].append(file)
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
}
