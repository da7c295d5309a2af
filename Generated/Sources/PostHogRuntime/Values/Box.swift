// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

/// Holds a value elsewhere, so that the struct around it stays small and can be recursive.
public nonisolated final class Box<Value: Sendable>: Sendable {
    public let value: Value
    public init(_ value: Value) { self.value = value }
}
