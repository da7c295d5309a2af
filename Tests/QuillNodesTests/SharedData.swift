import Foundation

/// The test data that is not part of the project, found by the environment variable `QUILL_SHARED`.
enum SharedData {
    static let root = ProcessInfo.processInfo.environment["QUILL_SHARED"].map { URL(fileURLWithPath: $0) }

    /// The files of a folder, by name.
    static func files(in folder: String, withExtension ending: String) throws -> [URL] {
        guard let root else { return [] }
        return try FileManager.default.contentsOfDirectory(
            at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil
        )
        .filter { $0.pathExtension == ending }
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
}
