/// A document to measure with.
struct Document {
    let name: String
    let bytes: [UInt8]

    /// A page of datasets as PostHog answers it, on one line. Times are whole seconds, as in the examples of its pages:
    /// Foundation's `.iso8601` knows no others.
    /// - Parameter withFreeForm: Whether there is free-form JSON inside, which generic coders are slowest at.
    static func datasets(_ count: Int, withFreeForm: Bool) -> Document {
        let results = (0..<count).map { number in
            let metadata =
                withFreeForm
                ? #"{"source":"import","rows":\#(number * 37),"ratio":0.\#(number + 1),"tags":["golden","v\#(number)"]}"#
                : "null"
            let hedgehog =
                withFreeForm && number % 4 == 0
                ? #"{"color":"green","accessories":["beret","sunglasses"],"use_as_profile":true}"# : "null"
            let description =
                number % 3 == 0
                ? "null" : #""Traces that support asked about in week \#(number); kept for evaluation of “answers”.""#
            return #"{"id":"\#(uuid(number))","name":"Golden set \#(number)","description":\#(description),"#
                + #""metadata":\#(metadata),"created_at":"2024-\#(two(number % 12 + 1))-24T14:15:22Z","#
                + #""updated_at":"2025-\#(two(number % 12 + 1))-03T08:\#(two(number % 60)):59Z","deleted":false,"#
                + #""created_by":{"id":\#(1000 + number),"uuid":"\#(uuid(number + 7919))","#
                + #""distinct_id":"Xy7f3kQpLm2vR9sT4wZa\#(number)","first_name":"Ada","last_name":"Lovelace","#
                + #""email":"ada.lovelace+\#(number)@example.com","is_email_verified":true,"#
                + #""hedgehog_config":\#(hedgehog),"role_at_organization":"engineering"},"team":\#(number % 9 + 1)}"#
        }
        let text =
            #"{"count":4711,"next":"https://us.posthog.com/api/environments/1/datasets/?limit=100&offset=200","#
            + #""previous":null,"results":[\#(results.joined(separator: ","))]}"#
        return Document(
            name: withFreeForm ? "\(count) datasets" : "\(count) datasets without free-form members",
            bytes: Array(text.utf8))
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func uuid(_ number: Int) -> String {
        let digits = String(UInt64(number) &* 0x9E37_79B9_7F4A_7C15 | 1 << 63, radix: 16)
        return "\(digits.prefix(8))-6276-4993-bfeb-\(digits.suffix(8))6f08"
    }
}
