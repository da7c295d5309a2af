import QuillRuntime

// What parameters are held to where the client validates requests: noted with them, found out when the request is sent.
nonisolated extension OperationRequest {
    /// Holds a parameter to the constraints of its schema.
    public mutating func check<T: ParameterRepresentable>(_ name: String, _ value: T?, _ rules: ParameterRules) {
        guard let value else { return }
        note(name) { rules.fault(value).map { "it \($0)" } }
    }

    /// Holds a list, and each of its elements, to the constraints of its schema.
    public mutating func check<T: ParameterRepresentable>(_ name: String, _ values: [T]?, _ rules: ParameterRules) {
        guard let values else { return }
        note(name) {
            if let fault = rules.fault(list: values.map(\.parameterText)) { return "it \(fault)" }
            guard let rules = rules.items.first else { return nil }
            return values.lazy.compactMap { rules.fault($0) }.first.map { "an element \($0)" }
        }
    }

    /// Holds an enumeration to the values that the document lists.
    mutating func checkListed<T: ParameterRepresentable>(_ name: String, _ values: [T]) {
        guard T.self is any ListedValue.Type else { return }
        note(name) { values.lazy.compactMap { ParameterRules.none.fault($0) }.first.map { "it \($0)" } }
    }

    /// Holds a structured parameter to its schema.
    mutating func checkModel<T: JSONRepresentable>(_ name: String, _ value: T?) {
        guard let value else { return }
        note(name) {
            do throws(JSONError) {
                _ = try T(json: value.jsonBytes(), validating: true)
                return nil
            } catch {
                return error.description
            }
        }
    }

    private mutating func note(_ name: String, _ fault: @escaping @Sendable () -> String?) {
        parameterChecks.append { fault().map { (name, $0) } }
    }

    /// - Throws: the first parameter that is not what the document says.
    func checkParameters() throws(ClientError) {
        for check in parameterChecks {
            if let (name, fault) = check() { throw self.fault(.invalidParameter(name: name, reason: fault)) }
        }
    }
}
