import CloudEvents
import Contracts
import Foundation
import TestSupport
import Testing

@testable import Console

@Suite("Partners at the real gateway", .serialized, .timeLimit(.minutes(3)))
struct PartnerTests {
    @Test(
        "A partner whose process is killed and started again has all that it is granted, once, in order, and nothing else",
        arguments: [PartnerProgram.Language.python, .c, .swift]
    )
    func interrupted(_ language: PartnerProgram.Language) async throws {
        try await RunningSystem.with(clock: DemoStory.firstDay) { system in
            let partner = try await PartnerBench.admit(
                "gemeente-gm1581",
                in: language,
                grants: ["registry/gm1581/*/*": "intern", "analysis/*/*/schouwpunt-vastgesteld": "vertrouwelijk"],
                to: system
            )
            try partner.start()
            defer { partner.kill() }
            try await system.play(DemoStory.chapters[..<1])
            try await partner.waitForAll()
            partner.kill()
            try await system.play(DemoStory.chapters[1..<4])
            try partner.start()
            try await partner.waitForAll()
            try await system.play(DemoStory.chapters[4..<6])
            try await partner.waitForAll()
            partner.stop()

            let delivery = try await partner.delivery { received in
                received.stream == "registry" || received.event.type == "nl.kvo.schouwpunt-vastgesteld.v1"
            }
            #expect(delivery.faults == [])
            #expect(delivery.isComplete, "\(delivery)")
            #expect(delivery.entitled > 10)
            let disclosed = try partner.kvo(["disclosed", partner.name, "--json"])
            #expect(disclosed.output.split(separator: "\n").count == delivery.got)
        }
    }

    @Test("A grant that is given, taken back and filled up reaches its partner, and the other keeps its connection")
    func grants() async throws {
        try await RunningSystem.with(clock: DemoStory.firstDay) { system in
            let parties = ["registry/gm1581/*/partij-toegetreden": "intern"]
            let one = try await PartnerBench.admit("politie-mn", in: .python, grants: [:], to: system)
            let other = try await PartnerBench.admit("publiek", in: .python, grants: parties, to: system)
            for partner in [one, other] { try partner.start() }
            defer { for partner in [one, other] { partner.kill() } }
            try await system.play(DemoStory.chapters[..<1])
            try await other.waitForAll()
            #expect(try await other.summary().head == 4)
            #expect(try await one.summary().head == 0)

            let refused = try system.kvo("partner", "backfill", "politie-mn", "*/gm1581/*/*")
            #expect(refused.status == 1 && refused.errors.contains("grant first"), "\(refused.errors)")
            try one.kvo(["grant", "politie-mn", "registry/gm1581/*/*", "--class", "openbaar"])
            #expect(try await one.summary().head == 0, "a grant counts from now on")
            try await system.play(DemoStory.chapters[1..<2])
            try await one.waitForAll()
            #expect(try await one.summary().head == 1, "traject-fase-gewijzigd; the agreement is intern")

            try one.kvo(["backfill", "politie-mn"])
            try await one.waitForAll()
            let filled = try await one.summary().head
            #expect(filled == 4, "gebied-aangemeld, traject-gestart and both of traject-fase-gewijzigd")
            try one.kvo(["withdraw", "politie-mn", "registry/gm1581/*/*"])
            try await system.play(DemoStory.chapters[2..<8])
            #expect(try await one.summary().head == filled)

            #expect(try other.notices() == "", "the other has never lost its connection")
            #expect(try one.notices() == "")
        }
    }

    @Test("A partner that is shut out loses its connections, gets nothing more, and what it was given stays on record")
    func revocation() async throws {
        try await RunningSystem.with(clock: DemoStory.firstDay) { system in
            let partner = try await PartnerBench.admit(
                "politie-mn",
                in: .python,
                grants: ["*/*/*/*": "vertrouwelijk"],
                to: system
            )
            try partner.start()
            defer { partner.kill() }
            try await system.play(DemoStory.chapters[..<1])
            try await partner.waitForAll()
            try await partner.wait(forConnections: 1)
            let given = try await partner.summary().head

            try partner.kvo(["revoke", "politie-mn"])
            try await partner.wait(forConnections: 0)
            try await system.play(DemoStory.chapters[1..<2])
            let summary = try await partner.summary()
            #expect(summary.isRevoked && summary.keys.isEmpty && summary.head == given)
            let disclosed = try partner.kvo(["disclosed", "politie-mn", "--json"])
            #expect(disclosed.output.split(separator: "\n").count == Int(given))
            partner.kill()
            #expect(try partner.program.kept(in: partner.door.state).count == Int(given))
            #expect(try partner.kvo(["list", "politie-mn"]).output.contains("shut out"))
        }
    }

    @Test("With a new key a partner goes on where it was; the former one is let in for the overlap and denied without")
    func rotation() async throws {
        try await RunningSystem.with(clock: DemoStory.firstDay) { system in
            let partner = try await PartnerBench.admit(
                "politie-mn",
                in: .python,
                grants: ["*/*/*/*": "vertrouwelijk"],
                to: system
            )
            try await system.play(DemoStory.chapters[..<1])
            let first = try partner.run("--until-head")
            #expect(first.status == 0, "\(first.errors)")
            let count = first.output.split(separator: "\n").count
            #expect(count == Int(try await partner.summary().head))

            let next = try await DemoDoor(
                of: "politie-mn",
                in: "\(system.folder)/next",
                serverKeyFile: partner.door.serverKeyFile
            )
            try partner.kvo(["rotate-key", "politie-mn", "--public-key=\(next.publicKey)", "--overlap", "7"])
            for file in [partner.door.keyFile, next.keyFile] {
                let both = try partner.run("--until-head", "--keys", file, "--fail-when-denied")
                #expect(both.status == 0 && both.output.isEmpty, "nothing comes twice: \(both)")
            }

            let last = try await DemoDoor(
                of: "politie-mn",
                in: "\(system.folder)/last",
                serverKeyFile: partner.door.serverKeyFile
            )
            // The system follows with a key that ends while it does: it is cut off, and told that it is denied.
            try partner.start("--keys", next.keyFile, "--fail-when-denied")
            defer { partner.kill() }
            try await partner.wait(forConnections: 1)
            try partner.kvo(["rotate-key", "politie-mn", "--public-key=\(last.publicKey)", "--overlap", "0"])
            try await partner.wait { _ in try partner.notices().contains("denied") }
            let former = try partner.run("--until-head", "--fail-when-denied")
            #expect(former.status == 4, "\(former)")
            try await system.play(DemoStory.chapters[1..<2])
            let new = try partner.run("--until-head", "--keys", last.keyFile)
            #expect(new.status == 0, "\(new.errors)")
            #expect(count + new.output.split(separator: "\n").count == Int(try await partner.summary().head))
        }
    }

    @Test("What a partner cannot handle shows with kvo partner lag, and the rest of its feed goes on")
    func trouble() async throws {
        try await RunningSystem.with(clock: DemoStory.firstDay) { system in
            let partner = try await PartnerBench.admit(
                "politie-mn",
                in: .python,
                grants: ["registry/*/*/*": "intern"],
                to: system
            )
            try partner.start("--refuse", "nl.kvo.traject-gestart.v1")
            defer { partner.kill() }
            try await system.play(DemoStory.chapters[..<1])
            try await partner.wait { !$0.troubles.isEmpty }
            try await partner.waitForAll()
            let lag = try partner.kvo(["lag", "politie-mn"])
            #expect(lag.output.contains("could not handle offset 2: ValueError"), "\(lag.output)")
            let own = try system.kvo("feed", "parked")
            #expect(own.output == "nothing is parked\n", "no service of ours has parked anything: \(own)")
            #expect(try system.kvo("feed", "retry", "planning", "registry").output == "0 applied, 0 still parked\n")

            partner.kill()
            let consumer = try #require(try await partner.summary().consumers.first)
            let forgotten = try partner.kvo(["forget", "politie-mn", consumer.consumer])
            #expect(forgotten.output == "offset: \(consumer.offset)\n")
            let after = try partner.kvo(["lag", "politie-mn"])
            #expect(after.output.contains("never") && !after.output.contains("could not handle"), "\(after.output)")
            let again = try system.kvo("partner", "forget", "politie-mn", consumer.consumer)
            #expect(again.status == 65 && again.errors.contains("has no consumer \(consumer.consumer)"))
        }
    }

    @Test("A partner that nobody admitted is refused by name", arguments: ["list", "lag", "disclosed", "revoke"])
    func unknown(_ command: String) async throws {
        try await RunningSystem.with(clock: DemoStory.firstDay) { system in
            let outcome = try system.kvo("partner", command, "niemand")
            #expect(outcome.status == 1 && outcome.output.isEmpty, "\(outcome)")
            #expect(outcome.errors.contains("there is no partner niemand"))
            #expect(try system.kvo("partner", "list").output.contains("no partners yet"))
        }
    }
}
