/// Names that no type of a document gets, because generated code and the runtime mean others by them.
///
/// A document's type would stand in their place in every file of the module, and in those that import it.
enum ReservedTypeNames {
    static let all: Set<String> = system.union(foundation).union(runtime).union(generated)

    /// The standard library's and Foundation's that generated code and the runtime speak of.
    private static let system: Set<String> = [
        "Actor", "Any", "AnyObject", "Array", "ArraySlice", "AsyncIteratorProtocol", "AsyncSequence",
        "AsyncStream", "AsyncThrowingStream", "BinaryFloatingPoint", "BinaryInteger", "Bool",
        "BooleanLiteralType", "CancellationError", "CaseIterable", "Character", "CheckedContinuation",
        "ClosedRange", "Codable", "Comparable", "Copyable", "CustomDebugStringConvertible", "CustomReflectable",
        "CustomStringConvertible", "Data", "Date", "Decimal", "Decoder", "DecodingError", "Dictionary",
        "DispatchQueue", "Double", "Duration", "Encoder", "Equatable", "Error", "ExpressibleByArrayLiteral",
        "ExpressibleByBooleanLiteral", "ExpressibleByDictionaryLiteral",
        "ExpressibleByExtendedGraphemeClusterLiteral", "ExpressibleByFloatLiteral",
        "ExpressibleByIntegerLiteral", "ExpressibleByNilLiteral", "ExpressibleByStringLiteral",
        "ExpressibleByUnicodeScalarLiteral", "FixedWidthInteger", "Float", "FloatLiteralType", "Foundation",
        "Hashable", "Hasher", "Identifiable", "Int", "Int32", "Int64", "IntegerLiteralType", "IteratorProtocol",
        "LocalizedError", "LosslessStringConvertible", "KeyPath", "Mirror", "NSCondition", "NSLock", "NSObject",
        "Never", "OptionSet",
        "Optional", "Protocol", "RandomAccessCollection", "Range", "RawRepresentable", "Result", "Scope",
        "Self", "Sendable", "Sequence", "Set", "StaticString", "String", "StringLiteralType", "StringProtocol",
        "Substring", "Swift", "SystemRandomNumberGenerator", "Task", "Type", "UInt", "UInt32", "UInt64",
        "UInt8", "URL", "URLAuthenticationChallenge", "URLSessionConfiguration", "URLSessionDataDelegate",
        "URLSessionDataTask", "URLSessionTask", "UTF8", "UUID", "Unicode", "UnsafeBufferPointer",
        "UnsafeMutablePointer", "UnsafeMutableRawPointer", "UnsafePointer", "UnsafeRawBufferPointer",
        "UnsafeRawPointer", "Void",
    ]

    /// Foundation's that clash with those of a module imported beside it.
    private static let foundation: Set<String> = [
        "AffineTransform", "AttributedString", "Bundle", "CachedURLResponse", "Calendar", "CharacterSet",
        "CocoaError", "DateComponents", "DateFormatter", "DateInterval", "Dimension", "EnergyFormatter",
        "FileHandle", "FileManager", "FileWrapper", "Formatter", "HTTPCookie", "HTTPURLResponse", "Host",
        "IndexPath", "IndexSet", "InputStream", "JSONDecoder", "JSONEncoder", "JSONSerialization", "Locale",
        "Measurement", "Message", "MessagePort", "Notification", "NotificationCenter", "NotificationQueue",
        "NumberFormatter", "OperationQueue", "OutputStream", "PersonNameComponents", "Pipe", "Port", "Process",
        "ProcessInfo", "Progress", "PropertyListDecoder", "PropertyListEncoder", "RunLoop", "Scanner",
        "Selector", "Stream", "Thread", "TimeInterval", "TimeZone", "Timer", "URLComponents", "URLCredential",
        "URLError", "URLProtocol", "URLQueryItem", "URLRequest", "URLResponse", "URLSession", "Unit",
        "UserDefaults", "XMLDocument", "XMLElement", "XMLNode", "XMLParser",
    ]

    /// Those of the runtime, in all three of its modules.
    private static let runtime: Set<String> = [
        "AnsweringError", "ArrayLiteralRepresentable", "Authenticator", "AuthorizationRequest", "BodyCoding",
        "BodyFormat", "BodyLimits", "Box", "BrokenForm", "CalendarDate", "CallbackAddress", "Caller",
        "ChosenCredentials",
        "ClientConfiguration", "ClientCredential", "ClientCredentials", "ClientError", "ClientMiddleware",
        "ClientTransport", "ClosureTransport", "Constraint", "CredentialSource", "DecimalNumber",
        "DeviceAuthorization", "DictionaryLiteralRepresentable", "DocumentedError", "EnumValues",
        "ErrorResponse", "ExactDate", "Field", "FileChunks", "FilePart", "FileTable", "FormField", "FormFields",
        "FormFormat",
        "FormLayout", "HTTPBody",
        "HTTPExchange", "HTTPFields", "HTTPMediaType", "HTTPMethod", "HTTPRequest", "HTTPResponder",
        "HTTPResponse", "HeaderError", "HeaderReader", "HeaderWriter", "IssuerConnection", "ItemStream",
        "JSONArrayReader", "JSONBytes", "JSONDocument", "JSONEntry", "JSONError", "JSONIssue", "JSONLimits",
        "JSONMemberReader", "JSONNumber", "JSONObjectReader", "JSONParser", "JSONReader", "JSONRepresentable",
        "JSONRule", "JSONText", "JSONTexts", "JSONValue", "JSONWriter", "UnknownMembers", "ListedValue", "Model",
        "MultipartFormat", "MultipartReader", "MultipartWriter", "NextPage", "NoBody", "NoCallers", "NumberBound",
        "OAuthClient",
        "OAuthError", "OAuthGrant", "OAuthToken", "OpenEnum", "OperationError", "OperationInfo",
        "OperationRequest", "OperationSender", "OperationServer", "Page", "PagedResults", "ParameterFault",
        "ParameterForm", "ParameterPattern", "ParameterPlace", "ParameterRepresentable", "ParameterRules",
        "ParameterShape",
        "ParameterSpread", "ParameterStyle", "ParameterValue", "PathTemplate", "PatternParser", "PatternPart",
        "PercentEncoding", "PresentedCredential", "Problem", "ProblemField", "ProvidedSecret", "RFC3339",
        "RecordReader", "RecordingTransport", "Refusal", "ReportedChunks", "RequestPath", "ResponseHeaders",
        "RetryAfter",
        "RetryPolicy", "RetryTiming", "Route",
        "RouteTable", "RouteTrie", "RouteTrieBuilder", "RuleCompiler", "RuleReading", "SHA256", "ScalarSet",
        "SchemeRequirement", "ScopeRules", "SecurityPolicy", "SecurityRequirement", "SecuritySchemeInfo",
        "SegmentPattern", "SentItem", "ServerCall", "ServerOptions", "ServerOrigin", "ServerSentEvent",
        "SessionDelegate", "SessionOwner", "SessionReceiver", "SpooledFile", "StatusPattern", "StatusSet",
        "StreamCoding", "StreamExchange", "StreamOverflow", "TextMatcher", "TextPattern", "TokenIssuer", "TokenSource",
        "TransportError",
        "URLEncodedForm", "URLSessionTransport", "UUIDText", "UnusableSecret", "ValueRule", "WebhookRouting",
        "WebhookServer", "WithHeaders", "WithStatus",
    ]

    /// What generated code declares beside the document's types, and its generic parameters.
    private static let generated: Set<String> = [
        "Access", "ExampleAnswers", "ExampleService", "Operation", "Scheme", "Service",
    ]
}
