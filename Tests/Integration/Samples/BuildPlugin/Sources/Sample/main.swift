import QuillClientRuntime
import QuillServerRuntime
import Travel
import Zoo

// Both documents of Travel in one program: their servers answer their clients, without a network between them.

struct Station: TrainsService {
    func listDepartures(caller: Caller) async throws -> [Trains.Departure] {
        [Trains.Departure(place: "Ghent", track: 3)]
    }
}

struct Harbour: BoatsService {
    func listDepartures(caller: Caller) async throws -> [Boats.Departure] {
        [Boats.Departure(place: "Dover", pier: "B")]
    }
}

struct Nobody: Authenticator {
    func caller(presenting: [PresentedCredential], to operation: OperationInfo) async throws -> Caller? { nil }
}

func transport(to responder: some HTTPResponder) -> ClosureTransport {
    ClosureTransport { request in await responder.respond(to: request) }
}

var trains = ClientConfiguration.trainsTrains
trains.transport = transport(to: TrainsServer(service: Station(), authenticator: Nobody()))
var boats = ClientConfiguration.boatsBoats
boats.transport = transport(to: BoatsServer(service: Harbour(), authenticator: Nobody()))

let byTrain = TrainsClient(configuration: trains)
let byBoat = BoatsClient(configuration: boats)
let departures: [any Departing] =
    try await byTrain.departures.listDepartures() + byBoat.departures.listDepartures()
print("departures:", departures.map(\.place).joined(separator: ", "))

let zoo = Menagerie(
    transport: ClosureTransport { _ in
        HTTPResponse(
            status: 200, fields: ["Content-Type": "application/json"],
            body: HTTPBody(Array(#"[{"name":"snake"},{"name":"ant","legs":6}]"#.utf8)))
    })
print("animals:", try await zoo.names().joined(separator: ", "))
