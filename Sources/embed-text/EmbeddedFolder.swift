import Foundation

/// Something that cannot be embedded, in words for whoever runs the build.
struct EmbeddingError: Error, CustomStringConvertible {
    let description: String
}

/// The text files of one folder, in the order of their paths.
struct EmbeddedFolder {
    /// The name of the constant: `templates`.
    let name: String
    /// Paths relative to the folder, with `/` between their parts, and the files' bytes, which are UTF-8.
    let files: [(path: String, text: [UInt8])]

    /// Reads a folder, hidden files aside. A folder that does not exist has no files.
    init(name: String, folder: String, fileExtension: String) throws {
        let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath()
        var files: [(path: String, text: [UInt8])] = []
        if let enumerator = FileManager.default.enumerator(atPath: root.path) {
            for case let path as String in enumerator {
                guard (enumerator.fileAttributes?[.type] as? FileAttributeType) == .typeRegular,
                    !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }),
                    fileExtension == "*" || path.hasSuffix(".\(fileExtension)")
                else { continue }
                let data = try Data(contentsOf: root.appendingPathComponent(path))
                guard String(decoding: data, as: UTF8.self).utf8.elementsEqual(data) else {
                    throw EmbeddingError(description: "\(root.appendingPathComponent(path).path) is not UTF-8 text")
                }
                files.append((path, Array(data)))
            }
        }
        self.name = name
        self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
}
