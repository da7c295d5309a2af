import QuillNodes
import QuillOpenAPI

extension SchemaComparison {
    /// Compares what is said about the values, rather than of them.
    mutating func compareRemarks() {
        compareLifecycle()
        if old.title != new.title { note(SchemaRule.Remarks.title, NodeText.change(old.title, new.title)) }
        if old.description != new.description { note(SchemaRule.Remarks.description) }
        if old.comment != new.comment { note(SchemaRule.Remarks.comment) }
        if old.externalDocs != new.externalDocs {
            note(SchemaRule.Remarks.externalDocs, NodeText.change(old.externalDocs, new.externalDocs))
        }
        if old.examples.map(NodeText.canonical) != new.examples.map(NodeText.canonical) {
            note(SchemaRule.Remarks.examples)
        }
        if !Self.isSame(old.xml, new.xml) { note(SchemaRule.Remarks.xml) }
    }

    private mutating func compareLifecycle() {
        let marks = (
            Lifecycle.Marks(isDeprecated: old.isDeprecated, old.extensions),
            Lifecycle.Marks(isDeprecated: new.isDeprecated, new.extensions)
        )
        let events = lifecycle.events(from: marks.0, to: marks.1)
        for (event, detail) in events { note(SchemaRule.Announcements.rule(of: event), detail) }
        for (key, detail) in ExtensionDifference.between(
            old.extensions, new.extensions, leavingOutAnnouncements: !events.isEmpty)
        {
            note(SchemaRule.Remarks.extensions, "\(key): \(detail)")
        }
    }

    private static func isSame(_ old: OpenAPI.XML?, _ new: OpenAPI.XML?) -> Bool {
        old?.name == new?.name && old?.namespace == new?.namespace && old?.prefix == new?.prefix
            && (old?.isAttribute ?? false) == (new?.isAttribute ?? false)
            && (old?.isWrapped ?? false) == (new?.isWrapped ?? false) && old?.nodeType == new?.nodeType
    }
}
