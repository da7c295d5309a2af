import QuillNodes

/// The API as a tree that can be written as JSON: what `quill inspect --json` prints.
///
/// Everything is in the document's order. What the document does not say is left out; lists and flags are always there.
extension API {
    /// The number of this form. It grows when a member changes its meaning or goes.
    public static let nodeFormat = 1

    /// The whole API: `{"format": 1, "title": …, "endpoints": […], "schemes": […], "scopes": […], …}`.
    public var node: Node {
        .object([
            "format": .integer(API.nodeFormat),
            "title": .text(title),
            "version": .text(version),
            "description": description.map(Node.text),
            "servers": .list(
                servers.map { server in
                    .object([
                        "url": .text(server.url), "template": .text(server.template),
                        "name": server.name.map(Node.text), "description": server.description.map(Node.text),
                        "variables": .list(
                            server.variables.map { variable in
                                .object([
                                    "name": .text(variable.name), "default": .text(variable.defaultValue),
                                    "values": .texts(variable.allowedValues),
                                    "description": variable.description.map(Node.text),
                                ])
                            }),
                    ])
                }),
            "groups": .list(
                groups.map { group in
                    .object([
                        "path": .texts(group.path), "preferredName": group.preferredName.map(Node.text),
                        "description": group.description.map(Node.text),
                    ])
                }),
            "endpoints": .list(endpoints.map(\.node)),
            "sent": .list(sent.map(\.node)),
            "schemes": .list(schemes.map(\.node)),
            "scopes": .list(scopes.map(\.node)),
            "schemas": .list(schemas.map(\.node)),
        ])
    }
}

extension SecurityScheme {
    fileprivate var node: Node {
        let head = Node.object([
            "name": .text(name), "description": description.map(Node.text), "deprecated": .flag(isDeprecated),
            "issuer": issuer?.node,
        ])
        return switch kind {
        case .bearer: head.adding(["kind": .text("http"), "scheme": .text("bearer")])
        case .basic: head.adding(["kind": .text("http"), "scheme": .text("basic")])
        case .http(let scheme): head.adding(["kind": .text("http"), "scheme": .text(scheme)])
        case .apiKey(let place, let name):
            head.adding(["kind": .text("apiKey"), "in": .text(place.rawValue), "key": .text(name)])
        case .oauth2: head.adding(["kind": .text("oauth2")])
        case .openIDConnect: head.adding(["kind": .text("openIdConnect")])
        case .mutualTLS: head.adding(["kind": .text("mutualTLS")])
        }
    }
}

extension TokenIssuer {
    fileprivate var node: Node {
        .object([
            "metadata": metadata.map(Node.text),
            "flows": .list(
                flows.map { flow in
                    .object([
                        "grant": .text(flow.grant.rawValue), "authorization": flow.authorizationURL.map(Node.text),
                        "device": flow.deviceURL.map(Node.text), "token": flow.tokenURL.map(Node.text),
                        "refresh": flow.refreshURL.map(Node.text),
                    ])
                }),
        ])
    }
}

extension Scope {
    fileprivate var node: Node {
        .object([
            "scheme": .text(scheme), "name": .text(name), "meaning": meaning.map(Node.text),
            "includes": .texts(includes),
        ])
    }
}

extension SecurityRequirement {
    /// A list of alternatives, each a list of parts; empty where anyone may call.
    package var node: Node {
        .list(
            alternatives.map { parts in
                .list(parts.map { .object(["scheme": .text($0.scheme), "scopes": .texts($0.scopes)]) })
            })
    }
}
