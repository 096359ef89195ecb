import Bus
import Foundation
import Logging
import PluginHost
import PluginKit
import Scheme
import TestSupport
import Testing
import ZeroMQ

@Suite("The configuration of a host")
struct HostConfigurationTests {
    private static let services: [PluginName] = [.registry, .analysis]

    /// Reads a configuration from a file with this text, of which the path is replaced by FILE in an error.
    private func read(_ yaml: String, options: [String: String] = [:]) async throws -> HostConfiguration {
        try await withTemporaryDirectory { folder in
            try Data(yaml.utf8).write(to: URL(fileURLWithPath: folder.file("kvo.yaml")))
            return try await HostConfiguration.read(
                file: folder.file("kvo.yaml"),
                options: options,
                services: Self.services
            )
        }
    }

    private func sentence(_ yaml: String) async throws -> String {
        let error = await #expect(throws: HostError.self) { try await read(yaml) }
        return try #require(error).description
    }

    @Test("is complete without a file, and with an empty one", arguments: ["", "# nothing yet\n", "---\n", nil])
    func defaults(yaml: String?) async throws {
        let configuration =
            if let yaml { try await read(yaml) } else {
                try await HostConfiguration.read(file: nil, options: [:], services: Self.services)
            }
        #expect(configuration.data == ".kvo")
        #expect(configuration.sockets == ".kvo")
        #expect(configuration.clock == .system)
        #expect(configuration.oin == "00000099000000001000")
        #expect(configuration.schemeFiles == [])
        #expect(configuration.logLevel == .info)
        let addresses = try configuration.addresses(of: .analysis)
        #expect(addresses.live.description == "ipc://.kvo/analysis.live")
        #expect(addresses.feed.description == "ipc://.kvo/analysis.feed")
        #expect(addresses.command.description == "ipc://.kvo/analysis.command")
    }

    @Test("takes every key from a file, also values that YAML could take for numbers or times")
    func everyKey() async throws {
        let configuration = try await read(
            """
            data: /var/lib/kvo   # the stores
            sockets: "/run/kvo"
            clock: 2026-11-23
            oin: 00000001003214345000
            schemes:
              - /etc/kvo/kvo-4.json
              - kvo-5.json
            logLevel: debug
            addresses:
              registry:
                live: tcp://127.0.0.1:7001
                feed: tcp://127.0.0.1:7002
                command: tcp://127.0.0.1:7003
              analysis: {command: "ipc:///run/elsewhere/a"}
            """
        )
        #expect(configuration.data == "/var/lib/kvo")
        #expect(configuration.sockets == "/run/kvo")
        #expect(configuration.clock == .settable(from: try #require(CalendarDate("2026-11-23"))))
        #expect(configuration.oin == "00000001003214345000")
        #expect(configuration.schemeFiles == ["/etc/kvo/kvo-4.json", "kvo-5.json"])
        #expect(configuration.logLevel == .debug)
        let registry = try configuration.addresses(of: .registry)
        #expect(registry.live.description == "tcp://127.0.0.1:7001")
        #expect(registry.feed.description == "tcp://127.0.0.1:7002")
        #expect(registry.command.description == "tcp://127.0.0.1:7003")
        let analysis = try configuration.addresses(of: .analysis)
        #expect(analysis.live.description == "ipc:///run/kvo/analysis.live")
        #expect(analysis.command.description == "ipc:///run/elsewhere/a")
    }

    @Test("knows every key that it lists, and lists every key that it knows")
    func keys() async throws {
        for (key, _) in HostConfiguration.keys {
            let key = key.replacingOccurrences(of: "<service>", with: "registry")
            // A value that is wrong for each: no key is passed over.
            if ["data", "sockets", "keys", "schemes"].contains(key) {
                #expect(try await sentence("\(key): ").contains("\u{2019}s \(key) is "))
            } else {
                #expect(try await sentence("\(key): nonsense").contains("\u{2019}s \(key) is \u{201c}nonsense\u{201d}"))
            }
        }
    }

    @Test("follows the sockets folder of the data when only that is given")
    func socketsFollowData() async throws {
        #expect(try await read("data: /srv/kvo").sockets == "/srv/kvo")
    }

    @Test("puts what is given on the command line before the file")
    func options() async throws {
        let configuration = try await read(
            "data: /var/lib/kvo\nlogLevel: debug\nschemes: [a.json]",
            options: ["data": "/tmp/kvo", "clock": "2027-01-01", "schemes": "b.json"]
        )
        #expect(configuration.data == "/tmp/kvo")
        #expect(configuration.clock == .settable(from: try #require(CalendarDate("2027-01-01"))))
        #expect(configuration.logLevel == .debug)
        #expect(configuration.schemeFiles == ["b.json"])
    }

    @Test(
        "refuses a wrong value with the key, the value and what it must be",
        arguments: [
            ("clock: noon", "clock is “noon”; it must be system or a date such as 2026-11-23."),
            ("clock: 2026-02-30", "clock is “2026-02-30”; it must be system or a date such as 2026-11-23."),
            (
                "logLevel: loud",
                "logLevel is “loud”; it must be one of trace, debug, info, notice, warning, error, critical."
            ),
            ("oin: 123", "oin is “123”; it must be 20 digits."),
            ("data: [a, b]", "data is “a list”; it must be the folder of the store; made when it is not there."),
            ("data:", "data is “”; it must be the folder of the store; made when it is not there."),
            ("schemes: [[a]]", "schemes is “a list with something else in it”; it must be files of scheme versions"),
            (
                "addresses: {registry: {live: 'http://10.0.0.1:7001'}}",
                "addresses.registry.live is “http://10.0.0.1:7001”; it must be an address: "
            ),
            (
                "addresses.registry.feed: registry.kvo.nl:7001",
                "addresses.registry.feed is “registry.kvo.nl:7001”; it must be"
            ),
            (
                "addresses: {registri: {live: 'ipc://a'}}",
                "addresses is “registri”; it must be one of the services analysis, registry."
            ),
        ]
    )
    func wrongValue(yaml: String, words: String) async throws {
        let sentence = try await sentence(yaml)
        #expect(sentence.hasPrefix("the configuration\u{2019}s \(words)"), "\(sentence)")
    }

    @Test(
        "refuses a key that is not known, and names those that are",
        arguments: [
            ("date: /var/lib/kvo", "date"), ("loglevel: debug", "loglevel"), ("data: {folder: a}", "data.folder"),
            ("addresses: {registry: {lives: 'ipc://a'}}", "addresses.registry.lives"),
            ("addresses: {registry: 'ipc://a'}", "addresses.registry"), ("clock: {at: noon}", "clock.at"),
            ("'': x", ""),
        ]
    )
    func unknownKey(yaml: String, key: String) async throws {
        let sentence = try await sentence(yaml)
        #expect(
            sentence.contains(
                "kvo.yaml has the key \u{201c}\(key)\u{201d}, which is not known; known are data, sockets, keys, doors, retentionDays,"
            )
        )
        #expect(sentence.hasSuffix("addresses.<service>.command."))
    }

    @Test(
        "refuses a file that it cannot read, and says where",
        arguments: [
            ("data: [a", "line 2, column 1: did not find"),
            ("data: a\ndata: b", "the key data stands in it more than once."),
            ("- a\n- b", "it has no keys; write lines such as data: /var/lib/kvo."), ("kvo", "it has no keys"),
            ("data: a\n  b: c", "line 2, column "), ("[a]: b", "a list or a group stands where a key belongs."),
        ]
    )
    func unreadable(yaml: String, words: String) async throws {
        let sentence = try await sentence(yaml)
        #expect(sentence.contains("kvo.yaml cannot be read: \(words)"), "\(sentence)")
        #expect(!sentence.contains("\n"))
    }

    @Test("refuses a file that is not there")
    func missing() async throws {
        let error = await #expect(throws: HostError.self) {
            try await HostConfiguration.read(file: "/nowhere/kvo.yaml", options: [:], services: Self.services)
        }
        #expect(
            error?.description
                == "/nowhere/kvo.yaml cannot be read: there is no such file; name another, or none for the defaults."
        )
    }

    @Test("refuses a sockets folder whose name is too long for a socket, when an address is asked for")
    func longFolder() async throws {
        let folder = "/" + String(repeating: "a", count: 100)
        let configuration = try await read("sockets: \(folder)")
        #expect(throws: (any Error).self) { try configuration.addresses(of: .registry) }
    }
}
