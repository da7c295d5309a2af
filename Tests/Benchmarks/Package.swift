// swift-tools-version: 6.1
import PackageDescription

// Speed of the generated code against Foundation's coders:
// swift run -c release --package-path Tests/Benchmarks quill-benchmarks
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v13)],
    dependencies: [.package(path: "../../Generated")],
    targets: [
        .executableTarget(
            name: "quill-benchmarks", dependencies: [.product(name: "PostHogModels", package: "Generated")])
    ],
    swiftLanguageModes: [.v6]
)
