import Testing

/// One at a time: each case starts a server, and some measure the memory of the process.
@Suite(.serialized) struct BodiesTests {}
