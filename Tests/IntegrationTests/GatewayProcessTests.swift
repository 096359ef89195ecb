import Foundation
import TestSupport
import Testing

@testable import Console

@Suite("The gateway as a process of its own", .serialized, .timeLimit(.minutes(2)))
struct GatewayProcessTests {
    @Test("Without keys it opens no door for anybody, and says so")
    func unsecured() async throws {
        try await withTemporaryDirectory { directory in
            let folder = directory.path
            let gateway = try RunningService("gateway", ["--data", folder, "--unsecured"], until: "no doors are open")
            defer { gateway.stop() }
            let kvo = Executable(name: "kvo")
            #expect(try kvo.run(["keys", "make", "--folder", "\(folder)/keys"]).status == 0)
            let door = try await DemoDoor(
                of: "politie-mn",
                in: "\(folder)/partner",
                serverKeyFile: "\(folder)/keys/gateway.public"
            )
            let admitted = try kvo.run([
                "partner", "add", "politie-mn", "--organisation", "politie-mn", "--name", "Politie",
                "--public-key=\(door.publicKey)", "--live-port", String(door.livePort), "--feed-port",
                String(door.feedPort), "--sockets", folder, "--unsecured",
            ])
            #expect(admitted.status == 0, "\(admitted.errors)")
            let listed = try kvo.run(["partner", "list", "politie-mn", "--sockets", folder, "--unsecured"])
            #expect(listed.output.contains(String(door.feedPort)), "\(listed)")
            for port in [door.livePort, door.feedPort] { #expect(IdleConnections(1, to: port).count == 0) }

            // With keys the same store has its door open.
            gateway.stop()
            let secured = try RunningService("gateway", ["--data", folder], until: "door open")
            defer { secured.stop() }
            for port in [door.livePort, door.feedPort] {
                let connections = IdleConnections(1, to: port)
                #expect(connections.count == 1)
                connections.close()
            }
        }
    }

    @Test("Restored it opens no door, also when it starts again, until that is confirmed, and then not for the revoked")
    func restored() async throws {
        try await withTemporaryDirectory { directory in
            let folder = directory.path
            let kvo = Executable(name: "kvo")
            #expect(try kvo.run(["keys", "make", "--folder", "\(folder)/keys"]).status == 0)
            let system = RunningSystem(folder: folder)
            let first = try RunningService("gateway", ["--data", folder], until: "ready")
            defer { first.stop() }
            var doors: [String: DemoDoor] = [:]
            for name in ["politie-mn", "publiek"] {
                let bench = try await PartnerBench.admit(name, in: .swift, grants: [:], to: system)
                doors[name] = bench.door
            }
            first.stop()
            for arguments in [["--restored"], []] {
                let held = try RunningService(
                    "gateway",
                    ["--data", folder] + arguments,
                    until: "hears nothing for now"
                )
                defer { held.stop() }
                let listed = try system.kvo(["partner", "list"])
                #expect(listed.output.contains("nobody is let in"), "\(listed)")
                for door in doors.values {
                    for port in [door.livePort, door.feedPort] { #expect(IdleConnections(1, to: port).count == 0) }
                }
                if arguments.isEmpty {
                    #expect(try system.kvo(["partner", "revoke", "publiek"]).status == 0)
                    let confirmed = try system.kvo(["partner", "confirm-restored"])
                    #expect(confirmed.output.contains("partners: 1"), "\(confirmed)")
                }
                held.stop()
            }
            let again = try RunningService("gateway", ["--data", folder], until: "door open")
            defer { again.stop() }
            let (police, open) = (try #require(doors["politie-mn"]), try #require(doors["publiek"]))
            let connections = IdleConnections(1, to: police.livePort)
            #expect(connections.count == 1)
            connections.close()
            #expect(IdleConnections(1, to: open.livePort).count == 0)
            #expect(try !system.kvo(["partner", "list"]).output.contains("nobody is let in"))
        }
    }

    @Test("Asked to stop while partners are connected it ends with status 0, and they come back when it does")
    func stops() async throws {
        try await withTemporaryDirectory { directory in
            let folder = directory.path
            #expect(try Executable(name: "kvo").run(["keys", "make", "--folder", "\(folder)/keys"]).status == 0)
            let first = try RunningService("gateway", ["--data", folder])
            defer { first.stop() }
            let system = RunningSystem(folder: folder)
            var partners: [PartnerBench] = []
            defer { for partner in partners { partner.kill() } }
            for (name, language) in [("politie-mn", PartnerProgram.Language.python), ("publiek", .swift)] {
                let partner = try await PartnerBench.admit(name, in: language, grants: [:], to: system)
                try partner.start()
                partners.append(partner)
            }
            for partner in partners { try await partner.wait(forConnections: 1) }
            first.stop()
            #expect(first.process.terminationStatus == 0)
            #expect(first.process.terminationReason == .exit)
            let second = try RunningService("gateway", ["--data", folder])
            defer { second.stop() }
            for partner in partners { try await partner.wait(forConnections: 1) }
        }
    }
}
