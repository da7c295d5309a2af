/// What can be asked for beside the models.
public enum OutputPart: String, Sendable, Hashable, CaseIterable {
    case client, server
}
