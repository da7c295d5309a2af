import QuillMustache
import QuillSwiftModel

extension FormerCallsModel {
    var templateObject: TemplateObject {
        [
            "groups": .list(
                groups.map {
                    ["owner": .text($0.owner), "property": .text($0.property), "type": .text($0.type)]
                }),
            "owners": .list(
                owners.map { ["owner": .text($0.type), "methods": .sequence($0.methods, \.templateObject)] }),
        ]
    }
}

extension FormerCallsModel.Method {
    fileprivate var templateObject: TemplateObject {
        let target = place.map { "\($0.type)(sender: sender)." } ?? ""
        let forward = (method.isPaged ? "" : "try await ") + target + name
        let layout = Layout(arguments, beside: "        \(forward)()")
        let plainName = name.filter { $0 != "`" }
        var value = method.templateObject
        let own: TemplateObject = [
            "isMoved": .bool(place != nil), "now": .text(place.map { "\($0.path).\(plainName)" } ?? plainName),
            "forward": .text(forward), "isLongForward": .bool(layout.isWide), "inlineForward": .text(layout.line),
            "forwardArguments": .list(
                arguments.enumerated().map { index, text in
                    ["text": .text(text), "closing": index == arguments.count - 1 ? ")" : ","]
                }),
        ]
        for key in own.keys { value[key] = own[key] }
        return value
    }
}
