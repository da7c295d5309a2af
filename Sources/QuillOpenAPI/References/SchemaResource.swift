/// A schema that gives itself an `$id`, which references inside it are relative to (JSON Schema Core 2020-12 §8.2.1).
struct SchemaResource: Sendable, Hashable {
    /// The way to it in its file.
    let path: [String]
    /// Its `$id`, resolved against what contains it: a URI, or like the name of a file where there is no URI around.
    let uri: String
}
