/// A text with stars that stand for any text: `repos_*`, `/pets/**`.
struct Glob {
    private enum Part: Equatable {
        case byte(UInt8)
        case star
        /// Any text, slashes included.
        case doubleStar
    }

    private let parts: [Part]

    /// - Parameter stopsAtSlashes: whether one star stands for text without a slash, as in paths.
    init(_ pattern: String, stopsAtSlashes: Bool) {
        var parts: [Part] = []
        for byte in pattern.utf8 {
            if byte != UInt8(ascii: "*") {
                parts.append(.byte(byte))
            } else if parts.last == .star {
                parts[parts.count - 1] = .doubleStar
            } else if parts.last != .doubleStar {
                parts.append(stopsAtSlashes ? .star : .doubleStar)
            }
        }
        self.parts = parts
    }

    func matches(_ text: String) -> Bool {
        // Every place in the pattern that can be reached so far: linear in the text, whatever the stars.
        var places = closure([0])
        for byte in text.utf8 {
            var next: Set<Int> = []
            for place in places where place < parts.count {
                switch parts[place] {
                case .byte(byte): next.insert(place + 1)
                case .byte: break
                case .star: if byte != UInt8(ascii: "/") { next.insert(place) }
                case .doubleStar: next.insert(place)
                }
            }
            places = closure(next)
            if places.isEmpty { return false }
        }
        return places.contains(parts.count)
    }

    /// A star may stand for nothing.
    private func closure(_ places: Set<Int>) -> Set<Int> {
        var all = places
        for place in places {
            var place = place
            while place < parts.count, parts[place] == .star || parts[place] == .doubleStar {
                place += 1
                all.insert(place)
            }
        }
        return all
    }
}
