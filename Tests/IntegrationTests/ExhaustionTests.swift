import Contracts
import Foundation
import PluginKit
import TestSupport
import Testing

@testable import Console

@Suite("A service that is short of something", .serialized, .timeLimit(.minutes(1)))
struct ExhaustionTests {
    /// Where the registry's live events and feed are found, over TCP.
    private func configuration(_ folder: String) async throws -> (path: String, feedPort: Int) {
        let ports = try await FreePorts.pair()
        let path = "\(folder)/registry.yaml"
        let text = """
            addresses:
              registry:
                live: tcp://127.0.0.1:\(ports.live)
                feed: tcp://127.0.0.1:\(ports.feed)

            """
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return (path, ports.feed)
    }

    @Test(
        "Without a file descriptor left it goes on serving its connections, and takes new ones when it has some again"
    )
    func descriptors() async throws {
        try await withTemporaryDirectory { directory in
            let folder = directory.path
            #expect(try Executable(name: "kvo").run(["keys", "make", "--folder", "\(folder)/keys"]).status == 0)
            let (path, port) = try await configuration(folder)
            let limit = 100
            let registry = try RunningService("registry", ["--data", folder, "--config", path], descriptors: limit)
            defer { registry.stop() }
            let place = ServicePlace(sockets: folder)
            try await KVOClient.with(place) { client in
                let before = try await client.ask(StatusQuery(), of: .registry)
                let usual = registry.descriptorCount
                // More than it can have, so that the last ones wait for an accept that fails.
                let flood = IdleConnections(limit + 20, to: port)
                defer { flood.close() }
                #expect(flood.count == limit + 20)
                while registry.descriptorCount < limit {
                    #expect(try await client.ask(StatusQuery(), of: .registry) == before)
                }
                #expect(try await client.ask(StatusQuery(), of: .registry) == before)
                flood.close()
                while registry.descriptorCount > (usual + limit) / 2 {
                    _ = try await client.ask(StatusQuery(), of: .registry)
                }
                let status = try await KVOClient.with(place) { try await $0.ask(StatusQuery(), of: .registry) }
                #expect(status == before)
            }
            registry.stop()
            #expect(registry.process.terminationStatus == 0)
        }
    }

    @Test("Stopped without a word it loses its follower after three heartbeats, which has all of it when it goes on")
    func standstill() async throws {
        try await withTemporaryDirectory { directory in
            let folder = directory.path
            #expect(try Executable(name: "kvo").run(["keys", "make", "--folder", "\(folder)/keys"]).status == 0)
            let (path, port) = try await configuration(folder)
            let arguments = ["--data", folder, "--config", path, "--clock", DemoStory.firstDay]
            let registry = try RunningService("registry", arguments)
            defer { registry.stop() }
            let planning = try RunningService("planning", arguments)
            defer { planning.stop() }
            try await KVOClient.with(ServicePlace(sockets: folder)) { client in
                func wait(for count: Int, _ state: TCPConnections.State) async throws {
                    while try TCPConnections.count(to: port, in: state) < count {
                        // Each look follows an answer, so that nobody is kept from working.
                        _ = try await client.ask(StatusQuery(), of: .planning)
                    }
                }
                try await wait(for: 1, .established)
                registry.pause()
                try await wait(for: 1, .ended)
                registry.goOn()
                let files = DemoFiles(folder: Repository.folder("Examples/\(DemoArea.all[0].folder)"))
                guard case .carryOut(let command)? = try DemoStory.chapters[0].actions(DemoArea.all[0], files).first
                else { return #expect(Bool(false)) }
                let mark = try #require(try await client.send(command, as: DemoSystem.issuer).mark)
                let status = try await client.ask(StatusQuery(), of: .planning, after: [mark])
                #expect(status.heard.contains(mark) && status.halted.isEmpty)
            }
        }
    }
}
