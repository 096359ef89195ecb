// swift-tools-version: 6.2
import PackageDescription

/// Set by `scripts/fuzz.sh`: everything of ours is built for libFuzzer.
let isFuzzing = Context.environment["KEURMERK_FUZZ"] != nil

/// The settings of every Swift target of ours; dependencies are untouched by them.
let settings: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ] + (isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer,address"])] : [])

// The outside libraries, each with the targets that may import it (scripts/house_rules.py holds them to it).
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let serviceLifecycleTestKit = Target.Dependency.product(
    name: "ServiceLifecycleTestKit",
    package: "swift-service-lifecycle"
)
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// A module of ours: `Modules/<name>`, or the folder of a context's part.
func module(
    _ name: String,
    path: String? = nil,
    _ dependencies: [Target.Dependency] = [],
    resources: [Resource] = [],
    extra: [SwiftSetting] = []
) -> Target {
    .target(
        name: name,
        dependencies: dependencies,
        path: path ?? "Modules/\(name)",
        resources: resources,
        swiftSettings: settings + extra
    )
}

/// The domain of a context: pure rules.
func domain(_ context: String, _ dependencies: [Target.Dependency] = []) -> Target {
    module("\(context)Domain", path: "Modules/\(context)/Domain", ["EventSourcing", "Scheme"] + dependencies)
}

/// The plug-in of a context: what makes its domain part of the bus.
func plugin(_ context: String, _ dependencies: [Target.Dependency] = []) -> Target {
    module(
        "\(context)Plugin",
        path: "Modules/\(context)/Plugin",
        [.byName(name: "\(context)Domain"), "CloudEvents", "Contracts", "EventSourcing", "PluginKit", "Scheme"]
            + dependencies
    )
}

/// An executable: a main file without logic.
func service(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, path: "Services/\(name)", swiftSettings: settings)
}

/// The tests of a module, `Tests/<name>Tests`, with what they use besides it.
func tests(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.byName(name: name), "TestSupport"] + dependencies,
        path: "Tests/\(name)Tests",
        exclude: exclude,
        swiftSettings: settings
    )
}

/// The tests of a context's domain.
func domainTests(_ context: String, _ dependencies: [Target.Dependency] = []) -> Target {
    tests("\(context)Domain", ["EventSourcing", "Scheme"] + dependencies)
}

/// The tests of a context's plug-in.
func pluginTests(_ context: String, _ dependencies: [Target.Dependency] = []) -> Target {
    tests(
        "\(context)Plugin",
        [.byName(name: "\(context)Domain"), "CloudEvents", "Contracts", "EventSourcing", "PluginKit", "Scheme"]
            + dependencies
    )
}

let modules: [Target] = [
    .systemLibrary(name: "CZeroMQ", path: "Modules/CZeroMQ"),
    module("ZeroMQ", ["CZeroMQ"], extra: [.strictMemorySafety()]),
    module("Keys", ["ZeroMQ"]),
    module("Statistics"),
    module("StatisticsVectors", ["Statistics"]),
    module("Tabular"),
    module(
        "Scheme",
        resources: [.embedInCode("Resources/kvo-2008.json"), .embedInCode("Resources/kvo-3.json")]
    ),
    module("Integrity", [crypto]),
    module("CloudEvents"),
    module("Geography", ["Scheme"]),
    module("Contracts", ["CloudEvents", "Geography", "Scheme"]),
    module("EventSourcing", ["Integrity"]),
    module("SQLiteEventStore", ["EventSourcing", "Integrity", grdb]),
    module("PluginKit", ["CloudEvents", "Contracts", "EventSourcing", "Integrity", "Scheme"]),
    module("Bus", ["CloudEvents", "Contracts", "EventSourcing", "Integrity", "ZeroMQ"]),
    module("FigureFiles", ["Statistics", "Tabular"]),
    module(
        "Report",
        ["CloudEvents", "Contracts", "Scheme", "Statistics"],
        resources: [
            .embedInCode("Resources/report.css"), .embedInCode("Resources/texts-en.json"),
            .embedInCode("Resources/texts-nl.json"),
        ]
    ),
    domain("Registry"),
    plugin("Registry", ["Integrity", "Tabular"]),
    domain("Analysis", ["Geography", "Statistics"]),
    module(
        "AnalysisImport",
        path: "Modules/Analysis/Import",
        ["AnalysisDomain", "CloudEvents", "FigureFiles", "Geography", "Scheme", "Tabular"],
        resources: [
            .embedInCode("Resources/crime-types.json"), .embedInCode("Resources/finding-codes.json"),
            .embedInCode("Resources/fire-categories.json"), .embedInCode("Resources/inspection-checklists.json"),
            .embedInCode("Resources/measures.json"), .embedInCode("Resources/problems.json"),
            .embedInCode("Resources/questionnaires.json"),
        ]
    ),
    plugin("Analysis", ["AnalysisImport", "Geography", "Integrity", "Statistics"]),
    domain("Planning", ["Statistics"]),
    plugin("Planning"),
    domain("Certification"),
    plugin("Certification"),
    domain("Gateway"),
    plugin("Gateway"),
    module(
        "GatewayDoors",
        path: "Modules/Gateway/Doors",
        [
            "Bus", "CloudEvents", "Contracts", "EventSourcing", "GatewayPlugin", "PluginHost", "PluginKit", "Scheme",
            "ZeroMQ", logging,
        ]
    ),
    module(
        "PluginHost",
        [
            "Bus", "CloudEvents", "Contracts", "EventSourcing", "Keys", "PluginKit", "SQLiteEventStore", "Scheme",
            "ZeroMQ",
            configuration, logging, serviceLifecycle, yams,
        ]
    ),
    module(
        "ServiceProcess",
        ["Keys", "PluginHost", "PluginKit", "Scheme", argumentParser, logging, serviceLifecycle, unixSignals]
    ),
    module(
        "Console",
        [
            "AnalysisDomain", "AnalysisImport", "AnalysisPlugin", "Bus", "CertificationPlugin", "CloudEvents",
            "Contracts", "EventSourcing", "FigureFiles", "GatewayDoors", "GatewayPlugin", "Geography", "Keys",
            "PlanningPlugin", "PluginHost", "PluginKit", "RegistryPlugin", "Report", "Scheme", "ServiceProcess",
            "StatisticsVectors", "ZeroMQ",
            argumentParser, serviceLifecycle, unixSignals,
        ]
    ),
    module("PartnerKit", ["Bus", "CloudEvents", "EventSourcing", "Keys", "ZeroMQ"]),
    module("TestSupport", ["EventSourcing"]),
    module(
        "Simulation",
        ["Bus", "CloudEvents", "Contracts", "EventSourcing", "GatewayPlugin", "PluginKit", "Scheme"]
    ),
]

let services: [Target] = [
    service("registry", ["Contracts", "RegistryPlugin", "ServiceProcess", argumentParser]),
    service("analysis", ["AnalysisPlugin", "Contracts", "ServiceProcess", argumentParser]),
    service("planning", ["Contracts", "PlanningPlugin", "ServiceProcess", argumentParser]),
    service("certification", ["CertificationPlugin", "Contracts", "ServiceProcess", argumentParser]),
    service(
        "gateway",
        ["Contracts", "GatewayDoors", "GatewayPlugin", "PluginHost", "PluginKit", "ServiceProcess", argumentParser]
    ),
    service("kvo", ["Console", argumentParser]),
    .executableTarget(
        name: "partner",
        dependencies: ["PartnerKit"],
        path: "Examples/partners/swift",
        exclude: ["README.md"],
        swiftSettings: settings
    ),
]

let testTargets: [Target] = [
    tests("ZeroMQ"),
    tests("Statistics"),
    tests("StatisticsVectors", exclude: ["Resources"]),
    tests("Tabular"),
    tests("FigureFiles", ["Statistics", "Tabular"]),
    tests("Scheme"),
    tests("Integrity"),
    tests("CloudEvents"),
    tests("Geography", ["Scheme"]),
    tests("Contracts", ["CloudEvents", "Geography", "Scheme"]),
    tests("EventSourcing"),
    tests("SQLiteEventStore", ["EventSourcing", "Integrity", grdb]),
    tests("PluginKit", ["CloudEvents", "Contracts", "EventSourcing", "Scheme"]),
    tests("Bus", ["CloudEvents", "Contracts", "EventSourcing", "Scheme", "ZeroMQ"]),
    tests("Report", ["CloudEvents", "Contracts", "Scheme"]),
    domainTests("Registry"),
    pluginTests("Registry"),
    domainTests("Analysis", ["Geography", "Statistics"]),
    tests("AnalysisImport", ["AnalysisDomain", "CloudEvents", "Geography", "Scheme", "Statistics", "Tabular"]),
    pluginTests("Analysis", ["AnalysisImport", "Geography", "Statistics"]),
    domainTests("Planning"),
    pluginTests("Planning"),
    domainTests("Certification"),
    pluginTests("Certification"),
    domainTests("Gateway"),
    pluginTests("Gateway"),
    tests(
        "GatewayDoors",
        [
            "Bus", "CloudEvents", "Contracts", "EventSourcing", "GatewayPlugin", "PluginHost", "PluginKit",
            "SQLiteEventStore", "Scheme", "ZeroMQ", logging,
        ]
    ),
    tests("Keys", ["ZeroMQ"]),
    tests("PartnerKit", ["Bus", "CloudEvents", "EventSourcing", "Keys", "ZeroMQ"]),
    tests(
        "PluginHost",
        [
            "Bus", "CloudEvents", "Contracts", "EventSourcing", "PluginKit", "SQLiteEventStore", "Scheme", "ZeroMQ",
            logging, serviceLifecycle, serviceLifecycleTestKit,
        ]
    ),
    tests("Simulation"),
    tests("Console", ["CloudEvents", "Contracts", "Geography", "Report", "Scheme", argumentParser]),
    .testTarget(
        name: "IntegrationTests",
        dependencies: [
            "CloudEvents", "Console", "Contracts", "PluginKit", "Scheme", "TestSupport", "registry", "analysis",
            "planning",
            "certification", "gateway", "kvo", "partner",
        ],
        path: "Tests/IntegrationTests",
        swiftSettings: settings
    ),
]

/// What tries the whole: the protocol in virtual time, and the processes under kill -9.
let trials: [Target] = [
    .executableTarget(name: "simulate", dependencies: ["Simulation"], path: "Tests/Simulate", swiftSettings: settings),
    .executableTarget(
        name: "chaos",
        dependencies: [
            "Bus", "CloudEvents", "Contracts", "EventSourcing", "Integrity", "Keys", "PartnerKit", "PluginKit",
            "Scheme",
            "ZeroMQ",
        ],
        path: "Tests/Chaos",
        exclude: ["README.md"],
        swiftSettings: settings
    ),
]

let benchmarks: [Target] =
    Context.environment["KEURMERK_BENCHMARKS"] == nil
    ? []
    : [
        .executableTarget(
            name: "bench",
            dependencies: [
                "Bus", "CloudEvents", "Contracts", "EventSourcing", "GatewayDoors", "GatewayPlugin", "Keys",
                "PartnerKit", "PluginHost", "PluginKit", "SQLiteEventStore", "Scheme", "ZeroMQ", grdb, logging,
                serviceLifecycle,
            ],
            path: "Benchmarks",
            exclude: ["README.md", "C", "Analysis"],
            swiftSettings: settings
        )
    ]

/// The parsers under libFuzzer: a library, for the program's main function is libFuzzer's.
let fuzzTargets: [Target] =
    isFuzzing
    ? [
        .target(
            name: "Fuzz",
            dependencies: [
                "AnalysisDomain", "AnalysisImport", "Bus", "CloudEvents", "Contracts", "EventSourcing", "Integrity",
                "Scheme", "Tabular", "ZeroMQ",
            ],
            path: "Fuzz",
            exclude: ["README.md", "corpus", "regressions"],
            swiftSettings: settings
        )
    ] : []
let fuzzProducts: [Product] = isFuzzing ? [.library(name: "fuzz", type: .static, targets: ["Fuzz"])] : []

/// Set by `scripts/tsan.sh` to the test targets that it runs: a sanitizer's build of the rest would be for nothing.
let chosenTests = Context.environment["KEURMERK_TESTS"]?.split(separator: " ").map(String.init)

/// The DocC plug-in is needed by `make docs` alone.
let documentation: [Package.Dependency] =
    Context.environment["KEURMERK_DOCS"] == nil
    ? []
    : [.package(url: "https://github.com/swiftlang/swift-docc-plugin", exact: "1.5.0")]

let package = Package(
    name: "keurmerk",
    products: [.library(name: "PartnerKit", targets: ["PartnerKit"])] + fuzzProducts,
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", exact: "1.4.0", traits: []),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ] + documentation,
    targets: modules + services + testTargets.filter { chosenTests?.contains($0.name) ?? true } + trials
        + benchmarks + fuzzTargets,
    swiftLanguageModes: [.v6]
)
