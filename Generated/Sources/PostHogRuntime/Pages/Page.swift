// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A page of a list, with what leads to the next one: a model, or one with header fields.
public nonisolated protocol Page: Sendable {
    associatedtype Item: Sendable
    /// The items on this page.
    var pageItems: [Item] { get }
    /// How the following page is found.
    var nextPage: NextPage { get }
}

/// The way from one page to the following one.
public nonisolated enum NextPage: Sendable, Hashable {
    /// The service names the address of the next page; `nil` on the last one.
    case link(URL?)
    /// The next page begins as many items further on as this page has.
    case offset
}
