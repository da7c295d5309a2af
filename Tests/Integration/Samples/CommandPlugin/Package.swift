// swift-tools-version: 6.1
import PackageDescription

// The client is generated into the package and committed: `swift package quill generate`.
let package = Package(
    name: "CommandPlugin",
    platforms: [.macOS(.v13)],
    dependencies: [
        // A package of yours says .package(url: "https://…/quill", from: "…").
        .package(name: "Quill", path: Context.environment["QUILL_PACKAGE"] ?? "../../../..")
    ],
    targets: [
        .executableTarget(name: "Shop", dependencies: [.product(name: "QuillClientRuntime", package: "Quill")])
    ]
)
