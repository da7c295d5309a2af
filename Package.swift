// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "Quill",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9)],
    products: [
        .executable(name: "quill", targets: ["quill"]),
        .plugin(name: "QuillPlugin", targets: ["QuillPlugin"]),
        .plugin(name: "QuillCommandPlugin", targets: ["QuillCommandPlugin"]),
        .library(name: "QuillRuntime", targets: ["QuillRuntime"]),
        .library(name: "QuillClientRuntime", targets: ["QuillClientRuntime", "QuillRuntime"]),
        .library(name: "QuillServerRuntime", targets: ["QuillServerRuntime", "QuillRuntime"]),
    ],
    targets: [
        // The stages of the generator, each importing only those before it.
        .target(name: "QuillDiagnostics"),
        .target(name: "QuillParallel"),
        .target(name: "QuillNodes", dependencies: ["QuillDiagnostics"]),
        .target(name: "QuillOverlay", dependencies: ["QuillDiagnostics", "QuillNodes"]),
        .target(name: "QuillOpenAPI", dependencies: ["QuillDiagnostics", "QuillNodes"]),
        // Of the runtime the expressions of `pattern`, so that what cannot be checked is told when generating.
        .target(name: "QuillAPI", dependencies: ["QuillDiagnostics", "QuillNodes", "QuillOpenAPI", "QuillRuntime"]),
        .target(
            name: "QuillSwiftModel", dependencies: ["QuillDiagnostics", "QuillParallel", "QuillNodes", "QuillAPI"]),
        .target(name: "QuillDiff", dependencies: ["QuillDiagnostics", "QuillNodes", "QuillOpenAPI", "QuillAPI"]),
        .target(name: "QuillMustache"),
        .target(name: "QuillEmitter", dependencies: ["QuillParallel", "QuillSwiftModel", "QuillMustache"]),
        .target(name: "QuillOutput", dependencies: ["QuillParallel"]),
        .target(
            name: "QuillCommand",
            dependencies: [
                "QuillDiagnostics", "QuillNodes", "QuillOverlay", "QuillOpenAPI", "QuillAPI", "QuillSwiftModel",
                "QuillMustache",
                "QuillEmitter", "QuillOutput", "QuillDiff",
            ]),
        .executableTarget(name: "quill", dependencies: ["QuillCommand", "QuillEmitter", "QuillTexts"]),

        // Templates and runtime travel inside the binary as string literals.
        .target(name: "QuillTexts", dependencies: ["QuillEmitter"], plugins: ["EmbedText"]),
        .executableTarget(name: "embed-text"),
        .plugin(
            name: "EmbedText", capability: .buildTool(), dependencies: ["embed-text"],
            path: "Sources/Plugins/EmbedText"),

        // What packages that use Quill apply to their targets, and run. A plugin's tool cannot depend on a plugin.
        .executableTarget(name: "quill-tool", dependencies: ["QuillCommand"]),
        .plugin(
            name: "QuillPlugin", capability: .buildTool(), dependencies: ["quill-tool"],
            path: "Sources/Plugins/QuillPlugin"),
        .plugin(
            name: "QuillCommandPlugin",
            capability: .command(
                intent: .custom(verb: "quill", description: "Generates Swift from OpenAPI documents: see `quill help`"),
                permissions: [.writeToPackageDirectory(reason: "Quill writes what it generates into the package.")]),
            dependencies: ["quill-tool"], path: "Sources/Plugins/QuillCommandPlugin"),

        // What generated code stands on: the one source that generated packages carry copies of.
        .target(name: "QuillRuntime"),
        .target(name: "QuillClientRuntime", dependencies: ["QuillRuntime"]),
        .target(name: "QuillServerRuntime", dependencies: ["QuillRuntime"]),

        // How tests run programs, and do what takes long.
        .target(name: "TestThreads", path: "Tests/Threads"),

        .testTarget(name: "QuillParallelTests", dependencies: ["QuillParallel"]),
        .testTarget(name: "QuillNodesTests", dependencies: ["QuillDiagnostics", "QuillNodes"]),
        .testTarget(name: "QuillOverlayTests", dependencies: ["QuillOverlay", "QuillDiagnostics", "QuillNodes"]),
        .testTarget(name: "QuillOpenAPITests", dependencies: ["QuillOpenAPI"]),
        .testTarget(name: "QuillAPITests", dependencies: ["QuillAPI"]),
        .testTarget(name: "QuillSwiftModelTests", dependencies: ["QuillSwiftModel", "TestThreads"]),
        .testTarget(name: "QuillDiffTests", dependencies: ["QuillDiff"], exclude: ["Rules/oasdiff.txt"]),
        .testTarget(name: "QuillMustacheTests", dependencies: ["QuillMustache", "QuillNodes"]),
        .testTarget(name: "QuillEmitterTests", dependencies: ["QuillEmitter"]),
        .testTarget(name: "EmbedTextTests", dependencies: ["embed-text", "QuillTexts"]),
        .testTarget(name: "QuillOutputTests", dependencies: ["QuillOutput", "TestThreads"]),
        .testTarget(
            name: "QuillCommandTests",
            dependencies: [
                "QuillCommand", "QuillDiagnostics", "QuillEmitter", "QuillOpenAPI", "QuillOutput", "TestThreads",
                "quill",
            ]),
        .testTarget(name: "GoldenTests", dependencies: ["QuillCommand", "QuillOutput"], exclude: ["Cases"]),
        .testTarget(
            name: "SpecificationTests",
            dependencies: [
                "QuillAPI", "QuillDiagnostics", "QuillEmitter", "QuillNodes", "QuillOpenAPI",
                "QuillSwiftModel", "QuillTexts", "TestThreads",
            ],
            exclude: ["Documents"]),
        .testTarget(name: "QuillRuntimeTests", dependencies: ["QuillRuntime"]),
        .testTarget(name: "QuillClientRuntimeTests", dependencies: ["QuillClientRuntime"]),
        .testTarget(name: "QuillServerRuntimeTests", dependencies: ["QuillServerRuntime"]),

        .executableTarget(
            name: "quill-fuzz",
            dependencies: [
                "QuillAPI", "QuillDiagnostics", "QuillEmitter", "QuillNodes", "QuillOpenAPI", "QuillSwiftModel",
                "QuillTexts",
            ], path: "Tests/Fuzz"),
        // What `Tests/Corpus/examples` compiles against generated types.
        .executableTarget(
            name: "quill-examples",
            dependencies: ["QuillAPI", "QuillDiagnostics", "QuillNodes", "QuillOpenAPI", "QuillSwiftModel"],
            path: "Tests/Corpus/Examples"),

        // What Quill emits for spec/, compiled here as well so that the tests can use it.
        .target(name: "PostHogRuntime", path: "Generated/Sources/PostHogRuntime"),
        .target(name: "PostHogModels", dependencies: ["PostHogRuntime"], path: "Generated/Sources/PostHogModels"),
        .target(
            name: "PostHogClientRuntime", dependencies: ["PostHogRuntime"],
            path: "Generated/Sources/PostHogClientRuntime"),
        .target(
            name: "PostHogClient", dependencies: ["PostHogClientRuntime", "PostHogModels"],
            path: "Generated/Sources/PostHogClient"),
        .target(
            name: "PostHogServerRuntime", dependencies: ["PostHogRuntime"],
            path: "Generated/Sources/PostHogServerRuntime"),
        .target(
            name: "PostHogServer", dependencies: ["PostHogServerRuntime", "PostHogModels"],
            path: "Generated/Sources/PostHogServer"),
        .testTarget(
            name: "GeneratedTests",
            dependencies: ["PostHogClient", "PostHogServer", "QuillDiagnostics", "QuillNodes", "TestThreads"]),
    ],
    swiftLanguageModes: [.v6]
)
