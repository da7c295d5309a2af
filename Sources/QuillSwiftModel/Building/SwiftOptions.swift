/// What the configuration decides about the output.
public struct SwiftOptions: Sendable, Hashable {
    /// The stem of every module's name: `PostHog`.
    public var name: String
    /// Names that replace Quill's own: of operations' methods by `operationId`, of schemas by their name.
    public var operationNames: [String: String]
    public var schemaNames: [String: String]
    /// Further names, which count before those that the document chooses.
    public var memberNames = MemberNames()
    /// Into how many files the Swift sources of each module are combined; nil for files that are called after what is
    /// in them.
    public var shards: Int?
    /// Whether every type is in a file of its own, for those who put the files together in another way.
    public var separatesTypes = false
    /// An enumeration that the emitter puts the declarations into; what is not in it is told apart by it.
    public var namespace: String?
    /// Names of an earlier output, kept as deprecated aliases where no declaration has them.
    public var formerNames: [FormerName] = []
    public var formerCalls: [FormerCall] = []

    /// Whether structs keep members that the document does not name, so that writing a value again loses none.
    public var keepsUnknownMembers = false
    /// Whether points in time keep every digit and the offset that they are written with.
    public var exactDates = false

    public init(
        name: String, operationNames: [String: String] = [:], schemaNames: [String: String] = [:], shards: Int? = nil
    ) {
        self.name = name
        self.operationNames = operationNames
        self.schemaNames = schemaNames
        self.shards = shards
    }

    /// What nothing in the output may be called, so that it does not hide the enumeration around it.
    var enclosing: [String] { namespace.map { [$0] } ?? [] }
}
