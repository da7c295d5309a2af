// Part of Quill's runtime, copied. Changes are lost when the package is generated again.

import PostHogRuntime

nonisolated extension ParameterRepresentable {
    /// What a text of this type is, to follow "is not".
    static var expectation: String {
        if let listed = self as? any ListedValue.Type { return listed.rawType.expectation }
        var name = "\(self)"
        // A required parameter that may be null.
        if name.hasPrefix("Optional<") { name = String(name.dropFirst(9).dropLast()) }
        return switch name {
        case "Int", "Int32", "Int64": "an integer"
        case "Double", "Float": "a number"
        case "Bool": "`true` or `false`"
        case "UUID": "a UUID"
        case "Date", "ExactDate": "a date and time like 2019-08-24T14:15:22Z"
        case "CalendarDate": "a date like 2019-08-24"
        case "URL": "a URL"
        case "Data": "base64"
        default: "a value of the type \(name)"
        }
    }
}
