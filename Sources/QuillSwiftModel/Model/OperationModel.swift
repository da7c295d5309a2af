/// What client and server both know of an operation.
public struct OperationConstant: Sendable {
    public let name: String
    public let comment: [String]
    public let id: String
    /// `.get`
    public let method: String
    public let path: String
    /// `.scheme("personalApiKey", "dataset:read")`
    public let security: String
    /// Whether the service sends it instead of answering it.
    public let isSent: Bool
    /// What a body has to meet whose type cannot say it.
    public let bodyRule: RuleLiteral?
    /// The same of answers, with the number that stands for the statuses of each.
    public let answerRules: [(status: Int, rule: RuleLiteral)]
}

/// The scopes of the API as values and as types.
public struct ScopesModel: Sendable {
    public let schemes: [Scheme]
    /// Several things at once that are an alternative to something else.
    public let combinations: [Compound]
    /// Requirements with alternatives.
    public let choices: [Compound]
    /// What credentials of every scheme conform to, where a call can need several of them.
    public let everything: [String]?
    /// Which scopes include others, as literals.
    public let inclusions: [Inclusion]

    public struct Scheme: Sendable {
        /// `PersonalAPIKey`
        public let typeName: String
        /// `personalAPIKey`
        public let valueName: String
        /// The scheme's name in the document, as a literal.
        public let literal: String
        public let comment: [String]
        /// The message of the client's initializers that take its credential, as a literal.
        public let deprecation: String?
        /// What the scheme's protocol refines: the requirements that it is an alternative of.
        public let refines: [String]
        /// What a credential conforms to that may turn out to hold every scope of the scheme.
        public let everything: [String]
        /// `.bearer`
        public let kind: String
        /// The arguments of the client's initializers, and the expression of the credential that they make.
        public let credential: Credential?
        /// Where its tokens are had.
        public let issuer: Issuer?
        public let scopes: [ScopeModel]
    }

    /// The issuer of a scheme's tokens, all of it as Swift.
    public struct Issuer: Sendable {
        /// `.password: .init(token: "https://…")`
        public let flows: [String]
        public let metadata: String?
    }

    /// How a client is given a credential of a scheme.
    public struct Credential: Sendable {
        /// `personalAPIKey token: String`
        public let parameters: String
        /// `.bearer(token, scopes: scopes)`
        public let expression: String
        public let knowsScopes: Bool
        /// The same of a credential that changes: `.bearer(source`.
        public var source: String?
        /// `login source`
        public var sourceParameter: String?
    }

    public struct ScopeModel: Sendable {
        /// `DatasetRead`
        public let typeName: String
        /// `datasetRead`
        public let valueName: String
        public let literal: String
        public let comment: [String]
        /// What the scope's protocol refines: those of the scopes that it includes, or its scheme's.
        public let refines: [String]
        /// The protocol of a scope that includes this one and that this one includes.
        public let alias: String?
    }

    /// A protocol of a requirement that combines others.
    public struct Compound: Sendable {
        /// `Scheme` or `Scope`
        public let namespace: String
        /// `BotTokenOrIdentify`
        public let typeName: String
        public let comment: [String]
        public let refines: [String]
    }

    public struct Inclusion: Sendable {
        public let scope: String
        public let includes: [String]
    }
}

/// The client and the groups at its top.
public struct ClientModel: Sendable {
    public let name: String
    public let comment: [String]
    public let scopes: ScopesModel
    /// Whether there are calls that need no credential.
    public let hasOpenCalls: Bool
    public let servers: [ServerAddress]
    public let groups: [GroupReference]
    public let methods: [ClientMethod]

    public struct ServerAddress: Sendable {
        public let name: String
        /// Whether a client can be without being told anything about the address.
        public let isDefault: Bool
        /// `"https://" + region.rawValue + ".example.com"`
        public let url: String
        public let comment: [String]
        /// The parts that the caller chooses.
        public let parameters: [ClientMethod.Argument]
        public let enumerations: [Enumeration]

        /// The values of a part that has only some.
        public struct Enumeration: Sendable {
            public let name: String
            public let comment: [String]
            public let cases: [(name: String, literal: String)]
        }
    }
}

/// What a service sends of itself, for those who send it and those who receive it.
public struct WebhooksModel: Sendable {
    /// `PostHogWebhookSender`
    public let senderName: String
    /// `PostHogWebhookServer`
    public let serverName: String
    /// `PostHogWebhookService`
    public let serviceName: String
    public let title: [String]
    public let methods: [ClientMethod]
    public let addresses: [Address]

    /// Where a callback goes.
    public struct Address: Sendable {
        public let name: String
        public let comment: [String]
        public let expression: String
    }
}

/// A group as a property of what it is in.
public struct GroupReference: Sendable {
    public let property: String
    public let type: String
    public let comment: [String]
}

/// A group of a client's methods.
public struct ClientGroup: Sendable {
    /// What the group is declared in: `PostHogClient.Environments`.
    public let owner: String
    public let name: String
    public let comment: [String]
    public let groups: [GroupReference]
    public let methods: [ClientMethod]
}

/// A call of an operation.
public struct ClientMethod: Sendable {
    public let name: String
    public let comment: [String]
    public let deprecation: String?
    public let arguments: [Argument]
    /// The scope protocols that the key must conform to.
    public let requirements: [String]
    public let operation: String
    /// The lines of the statements that fill the request: `request.path("project_id", projectID)`.
    public let requestParts: [String]
    /// Whether calling it only describes a walk through pages, so that it neither waits nor throws.
    public let isPaged: Bool
    public let result: String?
    /// The call of the sender that makes the result.
    public let send: Call
    /// The expression of the result, of `response`, where the sender does not make it.
    public let reading: String?
    /// The successes to tell apart, where there are several.
    public let answers: [AnswerType.Case]?

    /// `json(request, success: 201)`
    public struct Call: Sendable {
        public let method: String
        public let arguments: [String]
    }

    public struct Argument: Sendable {
        public let name: String
        public let type: String
        public let defaultValue: String?
    }
}

/// The server's composed protocol and its routes.
public struct ServerModel: Sendable {
    /// `PostHogServer`
    public let name: String
    public let service: String
    public let title: [String]
    public let serviceGroups: [Group]
    public let schemes: [ScopesModel.Scheme]

    public struct Group: Sendable {
        public let protocolName: String
        public let routesName: String
        public let comment: [String]
    }
}

/// The operations of one group, as a server provides them.
public struct ServiceGroup: Sendable {
    public let protocolName: String
    public let routesName: String
    public let server: String
    public let comment: [String]
    public let methods: [ServiceMethod]
}

/// An operation as a server's handler answers it.
public struct ServiceMethod: Sendable {
    public let name: String
    public let comment: [String]
    public let operation: String
    public let arguments: [Argument]
    public let result: String?
    /// The expression that makes the response, of `answer` where the handler has a result: `.json(201, answer)`.
    public let response: String
    /// The successes to tell apart, where there are several.
    public let answers: [AnswerType.Case]?
    public let example: Example?
    /// The expression of an answer that needs no body.
    public let plainExample: String?
    /// The media types of the answer, where they are not JSON: `["text/csv"]`.
    public let answering: String?
    /// How the route makes the response of the handler's result, where no code of the operation's own is needed.
    public let direct: DirectAnswer?

    /// The expressions that read the arguments, where every one can stand in the call of the handler. The compiler
    /// takes less for them than for as many constants.
    public var readingsInPlace: [String]? {
        let readings = arguments.compactMap(\.readingInPlace)
        return readings.count == arguments.count ? readings : nil
    }

    /// A response that says nothing but its status and the handler's result.
    public struct DirectAnswer: Sendable {
        /// The label with which a route takes the status.
        public enum Kind: String, Sendable {
            case json, jsonWithHeaders, empty
        }

        public let kind: Kind
        public let status: Int
    }

    public struct Argument: Sendable {
        public let name: String
        /// The name as a label in a call, where most keywords need no backticks.
        public let label: String
        public let type: String
        /// The expression that reads it: `call.path("project_id")`.
        public let reading: String
        /// The further lines of the expression.
        public var more: [String] = []
        /// Whether the expression is nothing but a call.
        var isCall = true

        /// The expression without `try` and `await`; nil for what is more than a call.
        fileprivate var readingInPlace: String? {
            guard isCall, more.isEmpty else { return nil }
            return String(OperationBuilder.effects(of: reading).call)
        }
    }

    /// The documented answer.
    public struct Example: Sendable {
        /// The type of the body.
        public let type: String
        /// What stands before and behind the body where it is not the whole answer: `.ok(`, `)`.
        public let opening: String
        public let closing: String
        /// `#`, as often as the text needs.
        public let delimiter: String
        /// Indented JSON.
        public let lines: [String]
    }
}
