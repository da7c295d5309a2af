import Testing

/// One at a time: each case starts a server, and measures nothing but itself.
@Suite(.serialized) struct IntegrationTests {}
