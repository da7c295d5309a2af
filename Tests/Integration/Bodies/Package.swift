// swift-tools-version: 6.1
import PackageDescription

// Serves every form of a body on a real HTTP engine. `.ci/bodies` generates client and server into `Generated/`, copies
// the adapter of the integration package into `Adapter/`, as a user would, and runs the tests.
let package = Package(
    name: "BodiesTests",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "Bodies", path: "Generated"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.0.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.65.0"),
    ],
    targets: [
        .target(
            name: "HummingbirdAdapter",
            dependencies: [
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "BodiesServer", package: "Bodies"),
            ], path: "Adapter"),
        .testTarget(
            name: "BodiesTests",
            dependencies: ["HummingbirdAdapter", .product(name: "BodiesClient", package: "Bodies")]),
    ],
    swiftLanguageModes: [.v6]
)
