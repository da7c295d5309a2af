// swift-tools-version: 6.1
import PackageDescription

// The generated package carries its own runtime: nothing but the toolchain is needed to build this.
let package = Package(
    name: "Makefile",
    platforms: [.macOS(.v13)],
    dependencies: [.package(path: "Generated")],
    targets: [
        .executableTarget(name: "Greeter", dependencies: [.product(name: "GreetingsClient", package: "Generated")])
    ]
)
