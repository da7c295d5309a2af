// swift-tools-version: 6.1
import PackageDescription

// Calls the clients of the golden documents `styles` and `collection-formats` against their servers, each pair in one
// process. `.ci/round-trip` generates them into `Generated/` and `Lists/`, and runs this.
let package = Package(
    name: "RoundTrip",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "Golden", path: "Generated"), .package(name: "Lists", path: "Lists")],
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
    ]
)
