/// How the output falls short of a construct, as warnings say it.
enum Gap: String, Sendable {
    /// What it describes is right, but wider.
    case notEnforced = "not checked by the generated code yet"
    /// The output has no part for it.
    case notGenerated = "not generated yet"
    /// It is carried as it comes.
    case untyped = "has no type of its own yet, and is any JSON value here"

    private var code: String {
        switch self {
        case .notEnforced: "not-enforced"
        case .notGenerated: "not-generated"
        case .untyped: "untyped"
        }
    }

    func fault(_ construct: String, at place: String) -> String {
        "\(place) warning \(code): \(construct): \(rawValue)"
    }
}
