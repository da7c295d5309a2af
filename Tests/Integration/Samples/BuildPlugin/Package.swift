// swift-tools-version: 6.1
import PackageDescription

// Two targets with the build plugin: one with a document in it, one with a quill.json that names two elsewhere.
let package = Package(
    name: "BuildPlugin",
    platforms: [.macOS(.v13)],
    dependencies: [
        // A package of yours says .package(url: "https://…/quill", from: "…").
        .package(name: "Quill", path: Context.environment["QUILL_PACKAGE"] ?? "../../../..")
    ],
    targets: [
        .target(
            name: "Zoo",
            dependencies: [.product(name: "QuillClientRuntime", package: "Quill")],
            plugins: [.plugin(name: "QuillPlugin", package: "Quill")]),
        .target(
            name: "Travel",
            dependencies: [
                .product(name: "QuillClientRuntime", package: "Quill"),
                .product(name: "QuillServerRuntime", package: "Quill"),
            ],
            plugins: [.plugin(name: "QuillPlugin", package: "Quill")]),
        .executableTarget(name: "Sample", dependencies: ["Zoo", "Travel"]),
    ]
)
