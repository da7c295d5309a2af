nonisolated extension FormField {
    /// A part with a header field that the document describes (OpenAPI 3.1 §4.8.15), to which what is received is held:
    ///
    ///     .file.header("X-Size", Int.self, isRequired: true, rule: JSONRule(#"{"minimum": 1}"#))
    ///
    /// In multipart bodies only.
    /// - Parameters:
    ///   - type: what its values are.
    ///   - shape: what kind of value that is.
    ///   - explode: whether each member of an object stands on its own.
    ///   - isRequired: whether every part must have it.
    ///   - rule: what a value has to meet beyond its type.
    public func header<Value: JSONRepresentable>(
        _ name: String, _ type: Value.Type, as shape: ParameterShape = .value, explode: Bool = false,
        isRequired: Bool = false, rule: (any ValueRule)? = nil
    ) -> FormField {
        let form = ParameterForm(name: name, place: .header, style: .simple, explode: explode)
        return checking(name, isRequired) { text, limits throws(JSONError) in
            let candidates: [ParameterValue]
            do throws(BrokenForm) {
                candidates = try form.candidates(
                    as: shape, among: [], values: [Array(text.utf8)[...]], spread: .members([]))
            } catch {
                throw .malformed(error.reason)
            }
            do throws(JSONError) {
                _ = try Value(parameter: candidates, limits: limits)
            } catch {
                throw JSONError(kind: .malformed, issues: error.issues)
            }
            _ = try Value(parameter: candidates, validating: true, limits: limits, rule: rule)
        }
    }

    /// A part with a header field whose value is a JSON text.
    public func header<Value: JSONRepresentable>(
        _ name: String, json type: Value.Type, isRequired: Bool = false, rule: (any ValueRule)? = nil
    ) -> FormField {
        checking(name, isRequired) { text, limits throws(JSONError) in
            _ = try Value(json: Array(text.utf8), validating: true, limits: limits, rule: rule)
        }
    }

    /// A header field of a part, as it is read.
    nonisolated struct Header: Sendable {
        let name: String
        let isRequired: Bool
        /// Throws what is wrong with a value.
        let check: @Sendable (String, JSONLimits) throws(JSONError) -> Void

        /// What is wrong with the field in the header of a part.
        /// - Throws: where it cannot be read at all.
        func issues(in part: HTTPFields, at pointer: String, _ limits: JSONLimits) throws(JSONError) -> [JSONIssue] {
            guard let text = part[name] else {
                return isRequired ? [JSONIssue(pointer: pointer, message: "the header `\(name)` is missing")] : []
            }
            do throws(JSONError) {
                try check(text, limits)
                return []
            } catch {
                let issues = error.issues.map { issue in
                    let place = issue.pointer.isEmpty ? "" : " at \(issue.pointer)"
                    return JSONIssue(
                        pointer: pointer, message: "the header `\(name)` is broken\(place): \(issue.message)")
                }
                if error.kind == .mismatch { return issues }
                let first = issues.first.map(\.description) ?? "the header `\(name)` is broken"
                throw .malformed(first)
            }
        }
    }
}
