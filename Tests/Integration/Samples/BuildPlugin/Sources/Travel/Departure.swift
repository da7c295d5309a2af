/// A departure of anything; both documents have a schema of this name.
public protocol Departing {
    var place: String { get }
}

extension Trains.Departure: Departing {}
extension Boats.Departure: Departing {}
