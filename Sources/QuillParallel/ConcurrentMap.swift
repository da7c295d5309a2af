import Dispatch

extension Array where Element: Sendable {
    /// What becomes of each element, in their order: as `map`, on all cores at once.
    ///
    /// - Parameter transform: runs on threads that may have no more than half a megabyte of stack.
    /// - Throws: of all that `transform` throws, what it throws for the first element.
    public func concurrentMap<Product: Sendable, Failure>(
        _ transform: @Sendable (Element) throws(Failure) -> Product
    ) throws(Failure) -> [Product] {
        guard count > 1 else {
            var products: [Product] = []
            for element in self { products.append(try transform(element)) }
            return products
        }
        var results = [Result<Product, Failure>?](repeating: nil, count: count)
        results.withUnsafeMutableBufferPointer { results in
            // Each place is written once, by whoever takes its number.
            nonisolated(unsafe) let places = results
            DispatchQueue.concurrentPerform(iterations: count) { index in
                do throws(Failure) {
                    places[index] = .success(try transform(self[index]))
                } catch {
                    places[index] = .failure(error)
                }
            }
        }
        var products: [Product] = []
        products.reserveCapacity(count)
        for case let result? in results { products.append(try result.get()) }
        return products
    }
}
