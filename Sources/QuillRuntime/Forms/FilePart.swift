#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A file in a multipart body:
///
///     FilePart(data, fileName: "cat.png", contentType: "image/png")
///     FilePart(HTTPBody(stream: chunks), fileName: "log.txt")      // sent as it comes
///
/// Where a model with a file is written as JSON, the file is base64, or null where it is a stream.
public nonisolated struct FilePart: Sendable {
    /// The bytes.
    public var body: HTTPBody
    /// The name as the sender gives it. Anything can stand in one that was received, `../` for instance: it is no path.
    public var fileName: String?
    /// The media type; nil for the one that the document names, or `application/octet-stream`.
    public var contentType: String?
    /// Further header fields of the part.
    public var headers: HTTPFields

    /// A file whose bytes are in memory, or a stream.
    public init(
        _ body: HTTPBody, fileName: String? = "file", contentType: String? = nil, headers: HTTPFields = [:]
    ) {
        self.body = body
        self.fileName = fileName
        self.contentType = contentType
        self.headers = headers
    }

    /// A file whose bytes are in memory.
    public init(
        _ data: Data, fileName: String? = "file", contentType: String? = nil, headers: HTTPFields = [:]
    ) {
        self.init(HTTPBody(Array(data)), fileName: fileName, contentType: contentType, headers: headers)
    }

    /// A file on disk, read when it is sent.
    public init(contentsOf url: URL, contentType: String? = nil, headers: HTTPFields = [:]) {
        self.init(
            HTTPBody(contentsOf: url), fileName: url.lastPathComponent, contentType: contentType, headers: headers)
    }
}

nonisolated extension FilePart: JSONRepresentable {
    public init(reading value: JSONReader) {
        if let files = value.document.attachment as? FileTable {
            self = files.file(value.string()) ?? FilePart(HTTPBody())
        } else {
            self.init(Data(reading: value))
        }
    }

    public func write(to json: inout JSONWriter) {
        if let files = json.attachment as? FileTable {
            json.write(files.mark(self))
        } else if let bytes = body.bytes {
            Data(bytes).write(to: &json)
        } else {
            json.null()
        }
    }
}

/// The files of a body while the rest of it is JSON: there a text that nobody can guess stands for each.
nonisolated final class FileTable {
    private let prefix = "file \(UInt64.random(in: 0 ... .max)) "
    private var files: [FilePart] = []

    func mark(_ file: FilePart) -> String {
        files.append(file)
        return prefix + String(files.count - 1)
    }

    func file(_ mark: String) -> FilePart? {
        guard mark.hasPrefix(prefix), let index = Int(mark.dropFirst(prefix.count)), files.indices.contains(index)
        else {
            return nil
        }
        return files[index]
    }
}
