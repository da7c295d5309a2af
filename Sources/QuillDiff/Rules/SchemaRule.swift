/// A kind of change of a schema, whatever place the schema stands in.
public struct SchemaRule: Sendable, Hashable {
    /// What a change does to the values that are valid.
    public enum Effect: String, Sendable, Hashable {
        /// Some values that were valid no longer are.
        case narrows
        /// Some values are valid that were not.
        case widens
        /// Both of it.
        case replaces
        /// Which of it cannot be told.
        case unclear
        /// The same values are valid.
        case documents
    }

    /// What the change is of, which decides the ids and the places.
    public enum Subject: Sendable, Hashable {
        /// Any value: `request-body-max-set`.
        case value
        /// A value that is a property: `request-property-became-required`.
        case propertyValue
        /// The property as such: `request-optional-property-removed`.
        case property(isRequired: Bool)
    }

    /// The end of the ids: `max-set`.
    public let suffix: String
    public let subject: Subject
    public let summary: String
    public let effect: Effect
    /// How much it matters where callers send the value.
    public let sentByCallers: Impact
    /// How much it matters where the service sends the value.
    public let sentByService: Impact
    /// The section that says so, or a reason of its own.
    public let source: String
    public let concern: Concern

    init(
        _ suffix: String, _ summary: String, _ effect: Effect, of subject: Subject = .value, _ source: String,
        concern: Concern = .schemas, sentByCallers: Impact? = nil, sentByService: Impact? = nil
    ) {
        self.suffix = suffix
        self.subject = subject
        self.summary = summary
        self.effect = effect
        self.source = source
        self.concern = concern
        self.sentByCallers = sentByCallers ?? Self.impact(of: effect, sender: \.callers)
        self.sentByService = sentByService ?? Self.impact(of: effect, sender: \.implementers)
    }

    /// Narrower: whoever sends may send what is now wrong. Wider: whoever receives may receive what is unknown.
    private static func impact(of effect: Effect, sender: KeyPath<Impact, Severity>) -> Impact {
        let sendersAreCallers = sender == \Impact.callers
        return switch effect {
        case .narrows:
            Impact(callers: sendersAreCallers ? .breaking : .info, implementers: sendersAreCallers ? .info : .breaking)
        case .widens:
            Impact(callers: sendersAreCallers ? .info : .breaking, implementers: sendersAreCallers ? .breaking : .info)
        case .replaces: .both(.breaking)
        case .unclear: .both(.warning)
        case .documents: .both(.info)
        }
    }

    /// The places that the rule makes sense in.
    public var places: [SchemaPlace] {
        switch subject {
        case .value: SchemaPlace.allCases
        case .propertyValue, .property: SchemaPlace.allCases.filter(\.isProperty)
        }
    }

    /// `request-property-max-set`
    public func id(in place: SchemaPlace) -> String {
        guard case .property(let isRequired) = subject else { return "\(place.prefix)-\(suffix)" }
        let (owner, noun) = place.ofProperty
        let need = isRequired ? "required" : "optional"
        // What oasdiff calls it, which has the words in another order here alone.
        if owner == "request", noun == "property", suffix.hasPrefix("added") {
            return "new-\(need)-request-property\(suffix.dropFirst("added".count))"
        }
        return "\(owner)-\(need)-\(noun)-\(suffix)"
    }

    /// The rule for a place, as it counts in operations.
    public func rule(in place: SchemaPlace) -> Rule {
        let impact = impact(in: place, isReversed: false)
        return Rule(
            id(in: place), concern, summary, callers: impact.callers, implementers: impact.implementers,
            documents: effect == .documents && concern != .lifecycle, because: reason(in: place, isReversed: false))
    }

    /// How much the change matters.
    ///
    /// - Parameter isReversed: whether the service sends the requests.
    func impact(in place: SchemaPlace, isReversed: Bool) -> Impact {
        if place.isHidden { return .both(.info) }
        return place.isRequest != isReversed ? sentByCallers : sentByService
    }

    func reason(in place: SchemaPlace, isReversed: Bool) -> String {
        if place.isHidden {
            return place.isRequest
                ? "A `readOnly` property is no part of a request (OpenAPI 3.1 §4.8.24)."
                : "A `writeOnly` property is no part of a response (OpenAPI 3.1 §4.8.24)."
        }
        let sender = place.isRequest != isReversed ? "callers" : "the service"
        let receiver = place.isRequest != isReversed ? "the service" : "callers"
        let consequence =
            switch effect {
            case .narrows: "Values that \(sender) could send are no longer valid"
            case .widens: "Values can come that \(receiver) did not have to expect"
            case .replaces: "What \(sender) sent is no longer valid, and what comes instead was not before"
            case .unclear: "Whether values that \(sender) sent stay valid cannot be told from the document"
            case .documents: "The same values are valid"
            }
        return "\(consequence) (\(source))."
    }
}
