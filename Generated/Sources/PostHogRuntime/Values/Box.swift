// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

/// Holds a value elsewhere, so that the struct around it stays small and can be recursive.
public nonisolated final class Box<Value: Sendable>: Sendable {
    /// What is held.
    public let value: Value
    /// Holds a value.
    public init(_ value: Value) { self.value = value }
}
