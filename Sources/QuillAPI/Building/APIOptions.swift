/// What a document cannot say about its API and its configuration does.
public struct APIOptions: Sendable, Hashable {
    public var scopeRules: [ScopeRule]
    public var paginationRules: [PaginationRule]
    public var schemas: SchemaSelection
    /// Which operations there are.
    public var selection: Selection
    /// Which groups they are in, where not their first tags decide that.
    public var groups: [GroupRule] = []

    public init(
        scopeRules: [ScopeRule] = [], paginationRules: [PaginationRule] = [], schemas: SchemaSelection = .all,
        selection: Selection = Selection()
    ) {
        self.scopeRules = scopeRules
        self.paginationRules = paginationRules
        self.schemas = schemas
        self.selection = selection
    }

    /// Which of a document's schemas become part of the API.
    public enum SchemaSelection: String, Sendable, Hashable, CaseIterable {
        /// Those that requests and responses can contain. In a document without any, all of them.
        case used
        /// Every component, and what is in it.
        case all
    }
}

/// What holding a scope includes: `{object}:write` includes `{object}:read`; `*` includes `*`.
///
/// A name in braces stands for any text without a colon, and for the same text on both sides. Among the included,
/// `*` is every scope of the scheme.
public struct ScopeRule: Sendable, Hashable {
    public let scheme: String
    public let scope: String
    public let includes: [String]

    public init(scheme: String, scope: String, includes: [String]) {
        self.scheme = scheme
        self.scope = scope
        self.includes = includes
    }
}

/// How to recognise an answer that is one page of a list.
public struct PaginationRule: Sendable, Hashable {
    /// The property that holds the items.
    public let items: String
    /// The property with the address of the next page, null at the end; nil where pages are counted by offset.
    public let next: String?
    /// The query parameter that skips items.
    public let offset: String?
    /// The query parameter that sets the size of a page.
    public let limit: String?

    public init(items: String, next: String? = nil, offset: String? = nil, limit: String? = nil) {
        self.items = items
        self.next = next
        self.offset = offset
        self.limit = limit
    }
}
