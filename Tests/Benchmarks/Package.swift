// swift-tools-version: 6.1
import PackageDescription

// Speed of the runtime against Foundation's coders: swift run -c release --package-path Tests/Benchmarks
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "Quill", path: "../..")],
    targets: [
        // In a module of its own, as generated models are.
        .target(name: "DatasetModels", dependencies: [.product(name: "QuillRuntime", package: "Quill")]),
        .executableTarget(
            name: "quill-benchmarks",
            dependencies: ["DatasetModels", .product(name: "QuillRuntime", package: "Quill")]),
    ],
    swiftLanguageModes: [.v6]
)
