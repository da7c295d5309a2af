// swift-tools-version: 6.1
import PackageDescription

// Calls the clients of the golden documents `styles`, `collection-formats` and `rules` against their servers, each pair
// in one process. `.ci/round-trip` generates them into `Generated/`, `Lists/` and `Rules/`, and runs this.
let package = Package(
    name: "RoundTrip",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "Golden", path: "Generated"), .package(name: "Lists", path: "Lists"),
        .package(name: "Rules", path: "Rules"),
    ],
    targets: [
        .executableTarget(
            name: "round-trip",
            dependencies: [
                .product(name: "GoldenClient", package: "Golden"), .product(name: "GoldenServer", package: "Golden"),
            ]),
        .executableTarget(
            name: "round-trip-lists",
            dependencies: [
                .product(name: "ListsClient", package: "Lists"), .product(name: "ListsServer", package: "Lists"),
            ]),
        .executableTarget(
            name: "round-trip-rules",
            dependencies: [
                .product(name: "RulesClient", package: "Rules"), .product(name: "RulesServer", package: "Rules"),
            ]),
    ]
)
