import QuillDiagnostics

extension OpenAPI {
    /// Values by name in the order of the document, each knowing where its name stands.
    public struct Map<Value: Sendable>: Sendable, RandomAccessCollection {
        /// One name with its value.
        public struct Entry: Sendable {
            public let key: String
            public let keyLocation: SourceLocation
            public let value: Value

            public init(key: String, keyLocation: SourceLocation, value: Value) {
                self.key = key
                self.keyLocation = keyLocation
                self.value = value
            }
        }

        private var entries: [Entry]
        /// Only for maps so large that a scan would show.
        private var positions: [String: Int]?

        /// - Parameter entries: in the order to keep; of equal names the first is found.
        public init(_ entries: [Entry] = []) {
            self.entries = entries
            guard entries.count > 12 else {
                positions = nil
                return
            }
            var positions: [String: Int] = [:]
            positions.reserveCapacity(entries.count)
            for (index, entry) in entries.enumerated() where positions[entry.key] == nil {
                positions[entry.key] = index
            }
            self.positions = positions
        }

        public var startIndex: Int { 0 }
        public var endIndex: Int { entries.count }
        public subscript(position: Int) -> Entry { entries[position] }

        /// The value of a name.
        public subscript(key: String) -> Value? { entry(key)?.value }

        /// The entry of a name, for the place of the name itself.
        public func entry(_ key: String) -> Entry? {
            if let positions { return positions[key].map { entries[$0] } }
            return entries.first { $0.key == key }
        }

        /// The names in order.
        public var keys: [String] { entries.map(\.key) }

        /// The same names in the same order with other values.
        public func mapValues<Other>(_ transform: (Value) throws -> Other) rethrows -> Map<Other> {
            Map<Other>(
                try entries.map {
                    .init(key: $0.key, keyLocation: $0.keyLocation, value: try transform($0.value))
                })
        }
    }
}
