/// Holds a value elsewhere, so that the struct around it stays small and can be recursive.
///
/// The value is handed in and out by functions: to copy one that is stored is code wherever it is done, and more than all
/// the rest where the value is large.
public nonisolated final class Box<Value: Sendable>: Sendable {
    private let stored: Value

    /// Holds a value.
    public init(_ value: borrowing Value) { stored = copy value }

    /// What is held.
    public var value: Value { stored }
}
