import QuillEmitter

/// How the output is arranged and who sees it.
struct OutputShape {
    var layout: Layout?
    var access: AccessLevel?
    /// What there is beside the models; nil for all that makes sense.
    var parts: Set<OutputPart>?
    /// An enumeration around the declarations.
    var namespace: String?
    /// Whether there is only what the target's own sources use.
    var usedOnly = false

    enum Layout: String, CaseIterable {
        /// A package of its own, with modules for models, client and server and copies of the runtime.
        case package
        /// Files for a target of another package, which imports Quill's runtime.
        case module
    }
}
