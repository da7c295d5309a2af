import QuillDiagnostics
import QuillNodes

/// A schema while its keywords are read, in whatever order they come.
///
/// Only the function that makes one has it. A class all the same: the many optional groups would fill the stack where
/// schemas contain schemas.
final class SchemaDraft {
    var schema: OpenAPI.Schema
    var annotations: OpenAPI.Schema.Annotations?
    var number: OpenAPI.Schema.NumberKeywords?
    var string: OpenAPI.Schema.StringKeywords?
    var array: OpenAPI.Schema.ArrayKeywords?
    var object: OpenAPI.Schema.ObjectKeywords?
    var composition: OpenAPI.Schema.CompositionKeywords?
    var identifiers: OpenAPI.Schema.IdentifierKeywords?
    /// 3.0's `example`, which comes before the `examples` wherever it stands.
    var example: Node?
    /// The limits as each version spells them, until both keywords of a pair are known.
    var minimum = Limit()
    var maximum = Limit()

    struct Limit {
        /// `minimum`, and 3.0's `exclusiveMinimum: true` that says how it is meant.
        var inclusive: NumberText?
        var isExclusive = false
        /// 3.1's `exclusiveMinimum: 5`.
        var exclusive: NumberText?

        /// The tighter of the two, `sign` being 1 where greater values are tighter and -1 where lesser are.
        func bound(sign: Double) -> OpenAPI.Schema.Bound? {
            guard let inclusive else { return exclusive.map { .init($0, isExclusive: true) } }
            guard let exclusive, exclusive.double * sign >= inclusive.double * sign else {
                return .init(inclusive, isExclusive: isExclusive)
            }
            return .init(exclusive, isExclusive: true)
        }
    }

    init(at location: SourceLocation) {
        schema = OpenAPI.Schema(at: location)
    }

    /// The schema with everything that was read.
    func finished() -> OpenAPI.Schema {
        var schema = schema
        if var annotations {
            if let example { annotations.examples.insert(example, at: 0) }
            schema.annotations = annotations
        } else if let example {
            var annotations = OpenAPI.Schema.Annotations()
            annotations.examples = [example]
            schema.annotations = annotations
        }
        let minimum = minimum.bound(sign: 1)
        let maximum = maximum.bound(sign: -1)
        if number != nil || minimum != nil || maximum != nil {
            var number = number ?? OpenAPI.Schema.NumberKeywords()
            number.minimum = minimum
            number.maximum = maximum
            schema.number = number
        }
        if let string { schema.string = string }
        if let array { schema.array = array }
        if let object { schema.object = object }
        if let composition { schema.composition = composition }
        if let identifiers { schema.identifiers = identifiers }
        if schema.isNullable { schema.types?.insert(.null) }
        return schema
    }
}
