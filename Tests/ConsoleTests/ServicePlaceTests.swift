import ArgumentParser
import FoundationEssentials
import PluginKit
import TestSupport
import Testing

@testable import Console

@Suite("Where the console finds the services")
struct ServicePlaceTests {
    private func place(_ arguments: String...) async throws -> ServicePlace {
        try await PartnerCommand.Lag.parse(arguments).connection.place()
    }

    private func addresses(_ service: PluginName, in place: ServicePlace) throws -> String {
        String(describing: try place.addresses(of: service)).replacing("PortAddresses(", with: "")
    }

    @Test("is the folder of the sockets, with the keys in it, unless it is told otherwise")
    func folder() async throws {
        let standard = try await place()
        #expect(standard.sockets == ".kvo" && standard.keys == ".kvo/keys")
        let other = try await place("--sockets", "/run/kvo", "--operator-key", "console-anna")
        #expect(other.keys == "/run/kvo/keys" && other.operatorName == "console-anna")
        #expect(try addresses(.registry, in: other).hasSuffix("command: ipc:///run/kvo/registry.command)"))
        #expect(try await place("--keys", "anna").keys == "anna")
    }

    @Test("is what a configuration file says of sockets, keys and addresses; an option comes before it")
    func configuration() async throws {
        try await withTemporaryDirectory { directory in
            let file = directory.file("kvo.yaml")
            try """
            data: /var/lib/kvo
            sockets: /run/kvo
            addresses:
              analysis:
                feed: tcp://10.0.0.5:7002
                command: tcp://10.0.0.5:7003
            """.write(toFile: file, atomically: true, encoding: .utf8)
            let place = try await place("--config", file)
            #expect(place.sockets == "/run/kvo" && place.keys == "/var/lib/kvo/keys")
            #expect(
                try addresses(.analysis, in: place)
                    == "live: ipc:///run/kvo/analysis.live, feed: tcp://10.0.0.5:7002, command: tcp://10.0.0.5:7003)"
            )
            #expect(try addresses(.registry, in: place).hasSuffix("command: ipc:///run/kvo/registry.command)"))
            let other = try await self.place("-c", file, "--sockets", "/tmp/kvo", "--keys", "anna")
            #expect(other.sockets == "/tmp/kvo" && other.keys == "anna")
        }
    }

    @Test("is refused with a sentence when the file cannot be read or has a wrong address")
    func refused() async throws {
        try await withTemporaryDirectory { directory in
            let missing = await #expect(throws: ConsoleError.self) {
                try await place("--config", directory.file("none"))
            }
            #expect(missing?.status == 66)
            let file = directory.file("kvo.yaml")
            try "addresses:\n  analysis:\n    feed: 10.0.0.5\n".write(toFile: file, atomically: true, encoding: .utf8)
            let wrong = await #expect(throws: ConsoleError.self) { try await place("--config", file) }
            #expect(wrong?.status == 65)
            #expect(wrong?.description.contains("addresses.analysis.feed") == true)
        }
    }
}
