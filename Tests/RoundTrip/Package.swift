// swift-tools-version: 6.1
import PackageDescription

// Calls the client of the golden document `styles` against its server, in one process. `.ci/round-trip` generates both
// into `Generated/` and runs this.
let package = Package(
    name: "RoundTrip",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "Golden", path: "Generated")],
    targets: [
        .executableTarget(
            name: "round-trip",
            dependencies: [
                .product(name: "GoldenClient", package: "Golden"), .product(name: "GoldenServer", package: "Golden"),
            ])
    ]
)
