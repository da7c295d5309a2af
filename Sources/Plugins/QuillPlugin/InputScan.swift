import Foundation

/// Finds the files in a target's folder that its output depends on.
///
/// Looks for references in the text without understanding it. What it misses, and all that is elsewhere, quill follows
/// itself, at the price of being started in every build; a file elsewhere that is declared here and then removed would
/// fail the build until its plan is made again.
struct InputScan {
    private let folder: String

    init(folder: URL) {
        self.folder = folder.standardizedFileURL.path + "/"
    }

    /// - Parameter files: configurations and documents.
    /// - Returns: absolute, sorted.
    func inputs(of files: [URL]) -> [URL] {
        var found: Set<String> = []
        var waiting = files.map(\.standardizedFileURL)
        while let file = waiting.popLast() {
            guard file.path.hasPrefix(folder), !found.contains(file.path) else { continue }
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) else { continue }
            if isFolder.boolValue {
                let names = (try? FileManager.default.contentsOfDirectory(atPath: file.path)) ?? []
                waiting += names.filter { !$0.hasPrefix(".") }.map { file.appendingPathComponent($0) }
                continue
            }
            found.insert(file.path)
            guard ["json", "yaml", "yml"].contains(file.pathExtension), let data = try? Data(contentsOf: file) else {
                continue
            }
            let names = file.lastPathComponent == "quill.json" ? Self.paths(inConfiguration: data) : references(data)
            let base = file.deletingLastPathComponent()
            waiting += names.map { URL(fileURLWithPath: $0, relativeTo: base).standardizedFileURL }
        }
        return found.sorted().map { URL(fileURLWithPath: $0) }
    }

    /// Whether a configuration has `"usedOnly": true` anywhere.
    static func asksForUsedOnly(_ file: URL) -> Bool {
        guard file.lastPathComponent == "quill.json", let data = try? Data(contentsOf: file) else { return false }
        return data.range(of: Data("\"usedOnly\"".utf8)) != nil
    }

    /// Every text of a configuration: it may be the path of a document, a folder of templates, an overlay.
    private static func paths(inConfiguration data: Data) -> [String] {
        var paths: [String] = []
        var waiting = (try? JSONSerialization.jsonObject(with: data)).map { [$0] } ?? []
        while let value = waiting.popLast() {
            switch value {
            case let text as String: if !text.isEmpty, text.utf8.count < 1_024 { paths.append(text) }
            case let list as [Any]: waiting += list
            case let object as [String: Any]: waiting += object.values
            default: break
            }
        }
        return paths
    }

    /// The files that `$ref`s lead to: `$ref: 'models/pet.yaml#/Pet'`.
    private func references(_ data: Data) -> [String] {
        let key = Data("$ref".utf8)
        var files: Set<String> = []
        var start = data.startIndex
        while let range = data.range(of: key, in: start..<data.endIndex) {
            start = range.upperBound
            let rest = data[start...].prefix(1_024)
            let value = rest.drop { byte in "\"': \t".utf8.contains(byte) }
            let text = value.prefix { byte in !"\"'#\r\n".utf8.contains(byte) }
            guard !text.isEmpty else { continue }
            let path = String(decoding: text, as: UTF8.self).trimmingCharacters(in: .whitespaces)
            guard !path.isEmpty, !path.contains("://") else { continue }
            files.insert(path.removingPercentEncoding ?? path)
        }
        return files.sorted()
    }
}
