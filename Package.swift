// swift-tools-version: 6.2
import PackageDescription

/// The settings of every Swift target of ours; dependencies are untouched by them.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

func module(_ name: String, path: String? = nil, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: path ?? "Modules/\(name)", resources: resources, swiftSettings: settings)
}

let package = Package(
    name: "keurmerk",
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    ],
    targets: [
        .systemLibrary(name: "CZeroMQ", path: "Modules/CZeroMQ"),
        module("Scheme", resources: [.embedInCode("Resources/kvo-2008.json"), .embedInCode("Resources/kvo-3.json")]),
        module("EventSourcing"),
        module("CloudEvents"),
        module("Integrity", [.product(name: "Crypto", package: "swift-crypto")]),
        module("Contracts", ["CloudEvents", "Scheme"]),
        module("PluginKit", ["CloudEvents", "Contracts", "EventSourcing", "Integrity", "Scheme"]),
    ],
    swiftLanguageModes: [.v6]
)
