import Foundation
import GoldenServer
import Synchronization

/// What the server's handler was called with last.
final class Heard: Sendable {
    private let texts = Mutex<[String]>([])

    /// The arguments as JSON, those that are optional as what is in them.
    static func texts(_ values: [Any?]) -> [String] {
        values.map { value in
            guard let value else { return "nil" }
            let mirror = Mirror(reflecting: value)
            guard mirror.displayStyle == .optional else { return text(value) }
            return mirror.children.first.map { text($0.value) } ?? "nil"
        }
    }

    private static func text(_ value: Any) -> String { (value as? any JSONRepresentable)?.jsonText() ?? "\(value)" }

    func note(_ values: Any?...) {
        let said = Heard.texts(values)
        texts.withLock { $0 = said }
    }

    var last: [String] { texts.withLock { $0 } }
}

/// Notes the arguments of every call.
struct ListeningService: GoldenService {
    let heard: Heard

    func simple(value: String, list: [String], object: Color, exploded: Color, caller: Caller) {
        heard.note(value, list, object, exploded)
    }

    func label(
        value: String, list: [String], listExploded: [String], object: Color, exploded: Color, caller: Caller
    ) {
        heard.note(value, list, listExploded, object, exploded)
    }

    func matrix(
        value: String, list: [String], listExploded: [String], object: Color, exploded: Color, caller: Caller
    ) {
        heard.note(value, list, listExploded, object, exploded)
    }

    func query(
        value: String?, list: [String]?, listExploded: [String]?, object: Color?, exploded: Color?,
        spaced: [String]?, spacedObject: Color?, piped: [String]?, pipedObject: Color?, deep: Filter?,
        deepList: [String]?, others: [String: Int]?, caller: Caller
    ) {
        heard.note(
            value, list, listExploded, object, exploded, spaced, spacedObject, piped, pipedObject, deep, deepList,
            others)
    }

    func header(
        xValue: String, xList: [String]?, xObject: Color?, xExploded: Color?, xJSON: Filter?, caller: Caller
    ) {
        heard.note(xValue, xList, xObject, xExploded, xJSON)
    }

    func cookie(
        value: String?, list: [String]?, listExploded: [String]?, object: Color?, raw: String?, rawList: [String]?,
        exploded: Color?, caller: Caller
    ) {
        heard.note(value, list, listExploded, object, raw, rawList, exploded)
    }

    func content(`where`: Filter, filter: Filter, note: String?, caller: Caller) {
        heard.note(`where`, filter, note)
    }

    func wholeQueryAsForm(query: Filter, caller: Caller) { heard.note(query) }

    func wholeQueryAsJSON(query: Filter?, caller: Caller) { heard.note(query) }

    func answerHeaders(failing: Bool, caller: Caller) throws -> WithHeaders<[String], AnswerFields> {
        if failing { throw ErrorResponse(status: 429, headers: RetryAfterHeaders(retryAfter: 5)) }
        return WithHeaders(["x"], answerFields)
    }

    func types(
        key: TypesKey, count: Int?, day: CalendarDate, time: Date?, bytes: Data?, flag: Bool?, gaps: [Int?]?,
        sort: TypesSort, level: TypesLevel?, sizes: [Int32], expand: TypesExpand?, mixed: [TypesMixedItem]?,
        grid: [[Int]]?, anything: JSONValue?, color: Color, caller: Caller
    ) {
        heard.note(
            key, count, day, time, bytes, flag, gaps, sort, level, sizes, expand, mixed, grid, anything, color)
    }
}

typealias AnswerFields = CountNamesColorExplodedFilterMoreHeaders

/// The fields of the one operation that answers with some.
let answerFields = AnswerFields(
    xCount: 3, xNames: ["a", "b"], xColor: Color(r: 1, g: 2, b: 3), xExploded: Color(r: 4, g: 5, b: 6),
    xFilter: Filter(text: "a, \"b\""), setCookie: ["a=1; Expires=Wed, 21 Oct 2026", "b=2"])
