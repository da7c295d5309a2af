/// A part of the runtime that some documents need, and others do not: compiling it takes time in every package that has
/// it. Its sources are in the folders of its name.
public enum RuntimePart: String, Sendable, CaseIterable {
    /// Answers that are read while they arrive.
    case downloads = "Downloads"
    /// Points in time as they are written.
    case exactDates = "ExactDates"
    /// Forms and multipart bodies.
    case forms = "Forms"
    /// The header fields of answers.
    case headers = "Headers"
    /// Issuers of tokens.
    case oauth = "OAuth"
    /// Lists that are walked page by page.
    case pages = "Pages"
    /// Regular expressions.
    case patterns = "Patterns"
    /// What values have to meet beyond their types.
    case rules = "Rules"
    /// Bodies that are sequences.
    case streams = "Streams"
    /// Parameters that are more than texts and lists of them, as a server reads them.
    case structures = "Structures"
    /// Requests that the service sends itself.
    case webhooks = "Webhooks"
}
