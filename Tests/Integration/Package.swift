// swift-tools-version: 6.1
import PackageDescription

// Serves the generated server on a real HTTP engine. A package of its own, so that Quill depends on none.
let package = Package(
    name: "Integration",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(path: "../../Generated"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        // What Hummingbird itself speaks in.
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
                .product(name: "PostHogServer", package: "Generated"),
            ]),
        .target(name: "PostHogDemo", dependencies: [.product(name: "PostHogServer", package: "Generated")]),
        .executableTarget(name: "posthog-demo-server", dependencies: ["HummingbirdAdapter", "PostHogDemo"]),
        .testTarget(
            name: "IntegrationTests",
            dependencies: [
                "HummingbirdAdapter", "PostHogDemo", .product(name: "PostHogClient", package: "Generated"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
