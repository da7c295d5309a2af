nonisolated extension WithHeaders: Page where Body: Page {
    public var pageItems: [Body.Item] { body.pageItems }
    public var nextPage: NextPage { body.nextPage }
}
