import QuillDiagnostics
import QuillOpenAPI

/// Compares what the documents say about the API as a whole.
struct InformationComparison {
    let old: OpenAPI.Document
    let new: OpenAPI.Document

    func run(_ record: inout DifferenceRecord) {
        let (before, after) = (old.info, new.info)
        func note(_ rule: Rule, _ old: String?, _ new: String?, showing: Bool = true) {
            guard old != new else { return }
            record.note(
                rule, showing ? NodeText.change(old, new) : "", old: before.location, new: after.location)
        }
        note(Rule.Information.titleChanged, before.title, after.title)
        note(Rule.Information.versionChanged, before.version, after.version)
        note(
            Rule.Information.descriptionChanged, [before.summary, before.description].text,
            [after.summary, after.description].text, showing: false)
        note(Rule.Information.termsChanged, before.termsOfService, after.termsOfService)
        note(
            Rule.Information.contactChanged, [before.contact?.name, before.contact?.url, before.contact?.email].text,
            [after.contact?.name, after.contact?.url, after.contact?.email].text)
        note(
            Rule.Information.licenseChanged,
            [before.license?.name, before.license?.identifier, before.license?.url].text,
            [after.license?.name, after.license?.identifier, after.license?.url].text)
        if old.versionText != new.versionText {
            record.note(
                Rule.Information.specificationChanged, NodeText.change(old.versionText, new.versionText),
                old: old.location, new: new.location)
        }
        if old.externalDocs?.url != new.externalDocs?.url {
            record.note(
                Rule.Information.externalDocsChanged,
                NodeText.change(old.externalDocs?.url, new.externalDocs?.url),
                old: old.externalDocs?.location ?? old.location, new: new.externalDocs?.location ?? new.location)
        }
        let extensions = [
            (old.extensions, new.extensions), (before.extensions, after.extensions),
            (old.pathExtensions, new.pathExtensions), (old.components.extensions, new.components.extensions),
        ]
        for (oldOnes, newOnes) in extensions {
            for (key, detail) in ExtensionDifference.between(oldOnes, newOnes, leavingOutAnnouncements: false) {
                record.note(
                    Rule.Information.extensionChanged, "\(key): \(detail)",
                    old: oldOnes.first { $0.key == key }?.value.location ?? old.location,
                    new: newOnes.first { $0.key == key }?.value.location ?? new.location)
            }
        }
        compareTags(&record)
    }

    private func compareTags(_ record: inout DifferenceRecord) {
        for tag in old.tags {
            guard let other = new.tags.first(where: { $0.name == tag.name }) else {
                record.note(Rule.Information.tagRemoved, tag.name, old: tag.location, new: nil)
                continue
            }
            let isSame =
                tag.description == other.description && tag.summary == other.summary && tag.parent == other.parent
                && tag.kind == other.kind && tag.externalDocs?.url == other.externalDocs?.url
                && ExtensionDifference.between(tag.extensions, other.extensions, leavingOutAnnouncements: false)
                    .isEmpty
            if !isSame {
                record.note(Rule.Information.tagChanged, tag.name, old: tag.location, new: other.location)
            }
        }
        for tag in new.tags where !old.tags.contains(where: { $0.name == tag.name }) {
            record.note(Rule.Information.tagAdded, tag.name, old: nil, new: tag.location)
        }
    }
}

extension [String?] {
    /// What is there of several texts; nil where nothing is.
    fileprivate var text: String? {
        let texts = compactMap { $0 }
        return texts.isEmpty ? nil : texts.joined(separator: ", ")
    }
}
