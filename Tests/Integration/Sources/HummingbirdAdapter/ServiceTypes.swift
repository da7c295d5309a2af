import PostHogServer

// The generated package's messages, under names that Hummingbird does not have too.

/// Answers requests: a generated server.
public typealias ServiceResponder = HTTPResponder
/// A request as a generated server takes it.
public typealias ServiceRequest = HTTPRequest
/// An answer as a generated server gives it.
public typealias ServiceResponse = HTTPResponse

typealias ServiceFields = HTTPFields
typealias ServiceBody = HTTPBody
typealias ServiceMethod = HTTPMethod
