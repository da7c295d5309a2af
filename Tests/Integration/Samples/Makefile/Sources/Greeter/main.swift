import GreetingsClient

var configuration = ClientConfiguration.greetings
configuration.transport = ClosureTransport { _ in
    HTTPResponse(
        status: 200, fields: ["Content-Type": "application/json"], body: HTTPBody(Array(#"{"text":"hello"}"#.utf8)))
}
let client = GreetingsClient(configuration: configuration)
print(try await client.getGreeting().text)
