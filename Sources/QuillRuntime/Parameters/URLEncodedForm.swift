/// How one member of a form is written, where it is not `name=value`, once for each element of a list.
public nonisolated enum FormLayout: Sendable, Hashable {
    /// A list in a style: `.list(.form, explode: false)` for `a=1,2`.
    case list(ParameterStyle, explode: Bool = false)
    /// An object in a style that names the form's member: `.object(.deepObject)` for `a[b]=1`.
    case object(ParameterStyle, explode: Bool = true)
    /// JSON, as objects are anyway.
    case json
    /// A text whose reserved characters stay as they are.
    case reserved
}

/// Objects as `application/x-www-form-urlencoded`, in bodies and in queries (OpenAPI 3.2 §4.15.3).
///
///     URLEncodedForm.text(of: pet, layouts: ["tags": .list(.form)])   // "name=Rex&tags=a,b"
///
/// Members that are null are left out; objects within stand as JSON unless a layout says otherwise.
public nonisolated enum URLEncodedForm {
    /// The form of a value's JSON members; what is no object has none.
    public static func text(of value: some JSONRepresentable, layouts: [String: FormLayout] = [:]) -> String {
        guard case .object(let members) = ParameterValue(model: value) else { return "" }
        return members.flatMap { member in
            switch layouts[member.name] {
            case .list(let style, let explode), .object(let style, let explode):
                style.items(of: member.value, named: member.name, explode: explode)
            case .json:
                ParameterStyle.form.items(of: .text(member.value.jsonText()), named: member.name, explode: true)
            case .reserved:
                ParameterStyle.form.items(of: member.value, named: member.name, explode: true, allowReserved: true)
            case nil:
                if case .object = member.value {
                    ParameterStyle.form.items(of: .text(member.value.jsonText()), named: member.name, explode: true)
                } else {
                    ParameterStyle.form.items(of: member.value, named: member.name, explode: true)
                }
            }
        }.joined(separator: "&")
    }

    /// The members of a form, to be read by `init(parameter:)`.
    /// - Throws: why a member is not in its layout.
    public static func value(
        of form: ArraySlice<UInt8>, layouts: [String: FormLayout] = [:]
    ) throws(BrokenForm) -> ParameterValue {
        let items = SentItem.items(inForm: form)
        var members: [ParameterValue.Member] = []
        for (name, layout) in layouts.sorted(by: { $0.key < $1.key }) {
            let shape: ParameterShape
            let parameter: ParameterForm
            switch layout {
            case .list(let style, let explode):
                shape = .list
                parameter = ParameterForm(name: name, place: .query, style: style, explode: explode)
            case .object(let style, let explode):
                shape = .object
                parameter = ParameterForm(name: name, place: .query, style: style, explode: explode)
            case .json, .reserved: continue
            }
            let values = parameter.values(in: items)
            let found = try parameter.candidates(as: shape, among: items, values: values, spread: .members([]))
            if let value = found.first { members.append(.init(name: name, value: value)) }
        }
        let laidOut = layouts.filter { $0.value != .json && $0.value != .reserved }.keys
        let rest = ParameterForm(name: "", place: .query, style: .form, explode: true)
        members += try rest.object([], among: items, spread: .besides(Array(laidOut))) ?? []
        return .object(members)
    }
}
