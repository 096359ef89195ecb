import Bus
import CloudEvents
package import Configuration
import EventSourcing
import Logging
package import PluginKit
import Scheme
import ZeroMQ

extension HostConfiguration {
    /// The keys that a configuration may have, with their meaning.
    package static let keys: [(key: String, meaning: String)] = [
        ("data", "the folder of the store; made when it is not there"),
        ("sockets", "the folder of the Unix sockets; made when it is not there"),
        ("keys", "the folder of the CURVE keys; the data folder's keys when it is not given"),
        ("doors", "where partners' doors listen: 127.0.0.1, * or an address of this host"),
        ("retentionDays", "for how many days partners can fetch an event, 1 to 36500; all events when it is not given"),
        ("clock", "system, or a date such as 2026-11-23 for a clock that is set by hand"),
        ("oin", "the OIN of the organisation that runs the service, 20 digits"),
        ("schemes", "files of scheme versions beside those that ship"),
        ("logLevel", "trace, debug, info, notice, warning, error or critical"),
        (
            "addresses.<service>.live",
            "where a service listens when it is not in the sockets folder, for instance tcp://10.0.0.5:7001"
        ),
        ("addresses.<service>.feed", "the same for its feed"),
        ("addresses.<service>.command", "the same for its commands"),
    ]

    /// Reads a configuration; what is not given has its default.
    ///
    /// - Throws: ``HostError`` that names the key and what it must be.
    package init(_ reader: ConfigReader, services: [PluginName]) throws {
        let data = reader.string(forKey: "data", default: ".kvo")
        self.init(
            data: data,
            sockets: reader.string(forKey: "sockets", default: data),
            oin: reader.string(forKey: "oin", default: EventSource.exampleOIN)
        )
        keys = reader.string(forKey: "keys", default: keys)
        doors = reader.string(forKey: "doors", default: doors)
        // A socket listens at an address of this host, never at a name, which could lead anywhere tomorrow.
        let isAddress = doors == "*" || doors.first.map { $0.isNumber || $0 == "[" } ?? false
        guard isAddress, (try? Address("tcp://\(doors):1024")) != nil else {
            throw HostError.configuration(
                key: "doors",
                value: doors,
                expected: "127.0.0.1, * or an address of this host"
            )
        }
        if let days = reader.string(forKey: "retentionDays") {
            guard let number = Int(days), (1...36_500).contains(number) else {
                throw HostError.configuration(key: "retentionDays", value: days, expected: "a number from 1 to 36500")
            }
            retentionDays = number
        }
        guard EventSource(oin: oin, system: "kvo") != nil else {
            throw HostError.configuration(key: "oin", value: oin, expected: "20 digits")
        }
        let clock = reader.string(forKey: "clock", default: "system")
        guard let kind = HostClock.Kind(clock) else {
            throw HostError.configuration(key: "clock", value: clock, expected: "system or a date such as 2026-11-23")
        }
        self.clock = kind
        let level = reader.string(forKey: "logLevel", default: "info")
        guard let logLevel = Logger.Level(rawValue: level) else {
            let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
            throw HostError.configuration(key: "logLevel", value: level, expected: "one of \(levels)")
        }
        self.logLevel = logLevel
        schemeFiles = reader.stringArray(forKey: "schemes", default: [])
        for service in services {
            let defaults = try? PortAddresses(folder: sockets, service: service.description)
            func address(_ channel: String, _ standard: Address?) throws -> Address? {
                let key = "addresses.\(service).\(channel)"
                guard let text = reader.string(forKey: ConfigKey(key)) else { return standard }
                do {
                    return try Address(text)
                } catch {
                    let expected = "an address: \(error.code.explanation)"
                    throw HostError.configuration(key: key, value: text, expected: expected)
                }
            }
            if let live = try address("live", defaults?.live), let feed = try address("feed", defaults?.feed),
                let command = try address("command", defaults?.command)
            {
                addresses[service] = PortAddresses(live: live, feed: feed, command: command)
            }
        }
    }

    /// Reads a configuration file in YAML, with options from the command line before it.
    ///
    /// - Parameters:
    ///   - file: The file's path, or `nil` for defaults only.
    ///   - options: Values that were given on the command line, by key.
    ///   - services: The services that talk to each other.
    /// - Returns: The configuration; what is given nowhere has its default.
    /// - Throws: ``HostError`` that names the file, or the key and what it must be.
    package static func read(
        file: String?,
        options: [String: String],
        services: [PluginName]
    ) async throws -> HostConfiguration {
        let given = options.map { key, text in
            let content: ConfigContent = key == "schemes" ? .stringArray([text]) : .string(text)
            let key = AbsoluteConfigKey(key.split(separator: ".").map(String.init))
            return (key, ConfigValue(content, isSecret: false))
        }
        var providers = [
            InMemoryProvider(name: "options", values: Dictionary(given, uniquingKeysWith: { first, _ in first }))
        ]
        if let file {
            let content = try ConfigurationFile(path: file, services: services)
            providers.append(InMemoryProvider(name: file, values: content.values))
        }
        return try HostConfiguration(ConfigReader(providers: providers), services: services)
    }
}
