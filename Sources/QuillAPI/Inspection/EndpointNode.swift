import QuillNodes

extension Endpoint {
    var node: Node {
        .object([
            "id": .text(id), "preferredName": preferredName.map(Node.text), "method": .text(method),
            "path": .text(path.text), "group": .texts(group),
            "summary": summary.map(Node.text), "description": description.map(Node.text),
            "deprecated": .flag(isDeprecated), "parameters": .list(parameters.map(\.node)), "body": body?.node,
            "responses": .list(responses.map(\.node)), "streamKey": streamKey.map(Node.text), "security": security.node,
            "pagination": pagination?.node,
        ])
    }
}

extension Parameter {
    fileprivate var node: Node {
        .object([
            "name": .text(name), "preferredName": preferredName.map(Node.text), "in": .text(place.rawValue),
            "type": type.node, "required": .flag(isRequired),
            "deprecated": .flag(isDeprecated), "style": layout.style.map { .text($0.name.rawValue) },
            "explode": layout.style.map { .flag($0.explode) },
            "allowReserved": layout.style.map { .flag($0.allowReserved) }, "content": layout.mediaType.map(Node.text),
            "description": description.map(Node.text), "default": defaultValue,
        ])
    }
}

extension ValueLayout {
    fileprivate var mediaType: String? {
        switch self {
        case .style: nil
        case .text: "text"
        case .json: "json"
        case .form: "form"
        }
    }
}

extension RequestBody {
    fileprivate var node: Node {
        .object([
            "required": .flag(isRequired), "description": description.map(Node.text), "content": content.node,
            "others": others.isEmpty ? nil : .list(others.map(\.node)),
        ])
    }
}

extension Response {
    fileprivate var node: Node {
        .object([
            "status": .text(status.description), "description": .text(description), "content": content?.node,
            "others": contents.count < 2 ? nil : .list(contents.dropFirst().map(\.node)),
            "headers": headers.isEmpty ? nil : .list(headers.map(\.node)),
        ])
    }
}

extension ResponseHeader {
    fileprivate var node: Node {
        .object([
            "name": .text(name), "type": type.node, "required": .flag(isRequired), "deprecated": .flag(isDeprecated),
            "content": layout.mediaType.map(Node.text), "description": description.map(Node.text),
        ])
    }
}

extension Content {
    fileprivate var node: Node {
        .object([
            "mediaType": .text(mediaType), "coding": .text(coding.rawValue), "type": type.node,
            "fields": fields.isEmpty ? nil : .list(fields.map(\.node)), "example": example,
        ])
    }
}

extension FormField {
    fileprivate var node: Node {
        .object([
            "key": .text(key), "kind": .text(kind.rawValue), "list": isList ? .flag(true) : nil,
            "style": style.map { .text($0.style.rawValue) }, "explode": style.map { .flag($0.explode) },
            "allowReserved": style?.allowReserved == true ? .flag(true) : nil,
            "contentType": contentType.map(Node.text),
            "headers": headers.isEmpty
                ? nil : .list(headers.map { .object(["name": .text($0.name), "value": .text($0.value)]) }),
            "describedHeaders": described.isEmpty
                ? nil
                : .list(
                    described.map { header in
                        .object([
                            "name": .text(header.name), "type": header.type.node,
                            "isRequired": header.isRequired ? .flag(true) : nil,
                        ])
                    }),
        ])
    }
}

extension Pagination {
    fileprivate var node: Node {
        .object([
            "page": .text(page.description), "items": .text(itemsKey), "item": item.node,
            "next": nextKey.map(Node.text), "offset": offsetParameter.map(Node.text),
            "limit": limitParameter.map(Node.text),
        ])
    }
}
