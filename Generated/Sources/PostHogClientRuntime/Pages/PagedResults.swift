// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import Foundation
import PostHogRuntime

/// The items of a list, fetched page by page as they are asked for:
///
///     for try await dataset in client.environments.datasets.list(projectID: "1") { … }
///
/// A page's `next` link is followed as long as it stays on the configured host; a list without links is walked by its
/// offset. Nothing is sent before the first item is asked for, and each loop starts from the first page.
public nonisolated struct PagedResults<P: Page>: AsyncSequence, Sendable {
    public typealias Element = P.Item

    /// The pages themselves, with what they hold besides items.
    public let pages: Pages

    /// The first page alone: one request.
    /// - Throws: the operation's documented errors, ``ClientError``.
    public func firstPage() async throws -> P {
        try await pages.fetch(pages.request, nil).page
    }

    /// The first item, nil if there is none.
    public func first() async throws -> P.Item? {
        var items = makeAsyncIterator()
        return try await items.next()
    }

    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(pages: pages.makeAsyncIterator())
    }

    public nonisolated struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate var pages: Pages.AsyncIterator
        private var items: [P.Item] = []
        private var position = 0

        fileprivate init(pages: Pages.AsyncIterator) {
            self.pages = pages
        }

        public mutating func next() async throws -> P.Item? {
            while position == items.count {
                guard let page = try await pages.next() else { return nil }
                (items, position) = (page.pageItems, 0)
            }
            defer { position += 1 }
            return items[position]
        }
    }

    /// The pages of a list, each fetched when it is asked for.
    public nonisolated struct Pages: AsyncSequence, Sendable {
        public typealias Element = P

        let request: OperationRequest
        /// The query parameter of a list that is walked by offset.
        let offset: String?
        let origin: ServerOrigin?
        /// Gets the page that a request describes, or the one at a target found in a link. Returns the page's own
        /// target with it, which the next link may be relative to.
        let fetch: @Sendable (_ request: OperationRequest, _ target: String?) async throws -> (page: P, target: String)
        /// Whether two pages are one and the same.
        let isSame: @Sendable (P, P) -> Bool

        public func makeAsyncIterator() -> AsyncIterator {
            AsyncIterator(list: self)
        }

        public nonisolated struct AsyncIterator: AsyncIteratorProtocol {
            private typealias Step = (request: OperationRequest, link: String?)

            private let list: Pages
            /// What asks for the next page, or why there is none although there should be; nil at the end.
            private var next: Result<Step, ClientError>?
            private var seen: Set<String> = []
            private var previous: P?
            private var largest = 0

            fileprivate init(list: Pages) {
                self.list = list
                next = .success((list.request, nil))
            }

            public mutating func next() async throws -> P? {
                guard let next else { return nil }
                // After an error the sequence is at its end.
                self.next = nil
                let (request, link) = try next.get()
                let (page, target) = try await list.fetch(request, link)
                seen.insert(target)
                switch page.nextPage {
                case .link(nil): break
                case .link(let url?): self.next = Result { () throws(ClientError) in try follow(url, from: target) }
                case .offset: self.next = try count(page, of: request, at: target)
                }
                return page
            }

            private func follow(_ url: URL, from target: String) throws(ClientError) -> Step {
                guard let absolute = list.origin?.resolve(url.absoluteString, from: target),
                    let link = list.origin?.target(of: absolute, exactly: false)
                else { throw list.request.fault(.pageElsewhere(url)) }
                if seen.contains(link) { throw list.request.fault(.pageRepeated(link)) }
                return (list.request, link)
            }

            private mutating func count(
                _ page: P, of request: OperationRequest, at target: String
            ) throws -> Result<Step, ClientError>? {
                let count = page.pageItems.count
                // A server that does not know the offset sends the same page for ever.
                if let previous, count > 0, list.isSame(previous, page) { throw request.fault(.pageRepeated(target)) }
                let (start, overflow) = (list.offset.flatMap(request.integer) ?? 0).addingReportingOverflow(count)
                // The first page may be short because the server allows less than was asked for; only a page shorter
                // than one before it is surely the last.
                guard let offset = list.offset, count > 0, count >= largest, !overflow else { return nil }
                (previous, largest) = (page, count)
                var following = request
                following.set(offset, to: start)
                return .success((following, nil))
            }
        }
    }
}
