extension OpenAPI {
    /// Where something stands that references lead to, spelled in one way only: `models/pet.yaml#/Pet`.
    ///
    /// Two references are to the same thing exactly if their identities are equal.
    public struct Identity: Sendable, Hashable, CustomStringConvertible {
        /// The file, relative to the folder of the root document, without `.` and `..`.
        public let file: String
        /// The JSON Pointer in the file (RFC 6901), not percent-encoded: `/components/schemas/Pet`; empty for a whole
        /// file.
        public let pointer: String

        public init(file: String, pointer: String) {
            self.file = file
            self.pointer = pointer
        }

        /// What a person would call it: the last component of the pointer, or a whole file's name without its
        /// extension.
        public var name: String {
            if let slash = pointer.lastIndex(of: "/") {
                return JSONPointer.unescape(pointer[pointer.index(after: slash)...])
            }
            let base = file.lastIndex(of: "/").map { file[file.index(after: $0)...] } ?? file[...]
            guard let dot = base.lastIndex(of: "."), dot != base.startIndex else { return String(base) }
            return String(base[..<dot])
        }

        public var description: String { "\(file)#\(pointer)" }
    }
}
