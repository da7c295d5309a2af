/// What a value of the configuration may be. The reader holds values to it, and `quill schema` prints it.
indirect enum ConfigurationShape: Sendable {
    case text
    case flag
    /// Relative to the folder of the configuration.
    case path
    /// A host, or a host and a port.
    case host
    /// The stem of modules' names.
    case moduleName
    /// A name for something in Swift.
    case swiftName
    /// One of a few words.
    case choice([String])
    /// - Parameter noun: what an item is called; nil for the list's own key.
    case list(ConfigurationShape, noun: String? = nil)
    case object([ConfigurationKey])
    /// An object whose keys come from the document.
    ///
    /// - Parameter keys: what they are, as half a sentence.
    case map(ConfigurationShape, keys: String)
}

/// A key that an object of the configuration may have.
struct ConfigurationKey: Sendable {
    let name: String
    let shape: ConfigurationShape
    let isRequired: Bool
    /// One or two sentences, which editors show.
    let meaning: String

    init(_ name: String, _ shape: ConfigurationShape, isRequired: Bool = false, _ meaning: String) {
        self.name = name
        self.shape = shape
        self.isRequired = isRequired
        self.meaning = meaning
    }

    /// Whether a key is a remark, which JSON has no other place for: `"// output": "what Xcode opens"`.
    static func isRemark(_ key: String) -> Bool { key.hasPrefix("//") }
}
