/// A rule for every event of a lifecycle, of operations or of what schemas describe.
protocol LifecycleRules {
    associatedtype EventRule

    static var deprecated: EventRule { get }
    static var deprecatedWithSunset: EventRule { get }
    static var reactivated: EventRule { get }
    static var sunsetMissing: EventRule { get }
    static var sunsetInvalid: EventRule { get }
    static var sunsetTooSmall: EventRule { get }
    static var sunsetDeleted: EventRule { get }
    static var sunsetChangedTooSmall: EventRule { get }
    static var stabilityDecreased: EventRule { get }
    static var stabilityIncreased: EventRule { get }
    static var stabilityInvalid: EventRule { get }
}

extension LifecycleRules {
    static func rule(of event: Lifecycle.Event) -> EventRule {
        switch event {
        case .deprecated: deprecated
        case .deprecatedWithSunset: deprecatedWithSunset
        case .reactivated: reactivated
        case .sunsetMissing: sunsetMissing
        case .sunsetInvalid: sunsetInvalid
        case .sunsetTooSmall: sunsetTooSmall
        case .sunsetDeleted: sunsetDeleted
        case .sunsetChangedTooSmall: sunsetChangedTooSmall
        case .stabilityDecreased: stabilityDecreased
        case .stabilityIncreased: stabilityIncreased
        case .stabilityInvalid: stabilityInvalid
        }
    }
}
