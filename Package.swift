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

func module(_ name: String, path: String? = nil, _ dependencies: [Target.Dependency] = [], resources: [Resource] = [], extra: [SwiftSetting] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: path ?? "Modules/\(name)", resources: resources, swiftSettings: settings + extra)
}

let package = Package(
    name: "keurmerk",
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", exact: "1.4.0", traits: ["YAML"]),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CZeroMQ", path: "Modules/CZeroMQ"),
        module("Scheme", resources: [.embedInCode("Resources/kvo-2008.json"), .embedInCode("Resources/kvo-3.json")]),
        module("EventSourcing"),
        module("ZeroMQ", ["CZeroMQ"], extra: [.strictMemorySafety()]),
        module("SQLiteEventStore", ["EventSourcing", "Integrity", .product(name: "GRDB", package: "GRDB.swift")]),
        module(
            "PluginHost",
            [
                "Bus", "CloudEvents", "Contracts", "EventSourcing", "PluginKit", "SQLiteEventStore", "Scheme", "ZeroMQ",
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]
        ),
        module("Bus", ["CloudEvents", "Contracts", "EventSourcing", "Integrity", "ZeroMQ"]),
        module("CloudEvents"),
        module("Integrity", [.product(name: "Crypto", package: "swift-crypto")]),
        module("Contracts", ["CloudEvents", "Scheme"]),
        module("PluginKit", ["CloudEvents", "Contracts", "EventSourcing", "Integrity", "Scheme"]),
    ],
    swiftLanguageModes: [.v6]
)
