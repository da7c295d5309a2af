import Foundation

/// The part of a list that a page shows, and the addresses of its neighbours.
struct PageWindow {
    let limit: Int
    let offset: Int

    /// As asked for; a hundred from the start when nothing is.
    init(limit: Int?, offset: Int?) {
        self.limit = limit ?? 100
        self.offset = offset ?? 0
    }

    func items<Item>(of all: [Item]) -> [Item] { Array(all.dropFirst(offset).prefix(limit)) }

    /// The address of the next page; nil on the last.
    /// - Parameters:
    ///   - list: the address of the list, with the parameters that narrow and sort it.
    ///   - count: how many there are on all pages.
    func next(in list: URL, count: Int) -> URL? {
        offset < count && limit < count - offset ? page(of: list, offset: offset + limit) : nil
    }

    /// The address of the page before; nil on the first.
    func previous(in list: URL) -> URL? {
        offset > 0 ? page(of: list, offset: max(0, offset - limit)) : nil
    }

    private func page(of list: URL, offset: Int) -> URL {
        list.appending(queryItems: [
            URLQueryItem(name: "limit", value: String(limit)), URLQueryItem(name: "offset", value: String(offset)),
        ])
    }
}
