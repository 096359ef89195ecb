import CloudEvents
import Contracts
import Foundation
import PluginKit
import Scheme
import ZeroMQ

/// One run under one loss of live events: work, kills, catching up, comparison.
struct ChaosLevel {
    /// Which level it is, from 1.
    let number: Int
    /// What percentage of live events is thrown away.
    let loss: Int
    let options: ChaosOptions
    let programs: PartnerPrograms
    var random: SeededNumbers

    /// Runs it in a folder of its own.
    ///
    /// - Returns: What happened, one line each.
    /// - Throws: ``ChaosError`` with what was lost, doubled or leaked, or what did not end in time.
    mutating func run() async throws -> [String] {
        let thread = try IOThread()
        do {
            let system = try await ChaosSystem(
                in: "\(options.folder)/\(number)-loss-\(loss)",
                loss: loss,
                programs: programs,
                random: &random,
                on: thread
            )
            defer { try? system.stop() }
            let lines = try await run(system)
            await thread.shutDown()
            return lines
        } catch {
            await thread.shutDown()
            throw error
        }
    }

    private mutating func run(_ system: ChaosSystem) async throws -> [String] {
        try await system.start()
        let memory = system.gateway?.memory ?? 0
        let record = CommandRecord()
        let workload = Workload(client: system.client, record: record)
        let changing = system.changing
        let changes = GrantChanges(
            client: system.client,
            partner: changing.partner,
            interval: Double(options.seconds) / 3
        )
        var driver = KillDriver(victims: system.victims, random: random)

        async let working: Void = workload.run()
        async let changed = changes.run()
        var lines: [String] = []
        do {
            try await driver.run(for: .seconds(options.seconds))
            if number == 1 {
                lines.append(try await StoppedPartner(system: system, seconds: options.stillSeconds).run())
            }
        } catch {
            workload.end()
            changes.end()
            throw error
        }
        workload.end()
        changes.end()
        try await working
        var periods = try await changed
        let count = 2 * periods.count
        try await system.catchUp()
        periods.append(try await giveAll(to: changing, by: changes, system))
        try await system.catchUp()
        let after = system.gateway?.memory ?? 0
        var verdict = try await gather(system, record, periods)
        lines.insert(
            "\(driver.summary), \(count) changes of grants, \(try verdict.reach()); memory of the gateway "
                + "\(Int(memory)) MiB at first, \(Int(after)) MiB at the end",
            at: 0
        )
        return lines
    }

    /// Grants all to the partner whose grants changed, and fills its feed while the gateway is killed.
    private mutating func giveAll(
        to site: PartnerSite,
        by changes: GrantChanges,
        _ system: ChaosSystem
    ) async throws -> GrantChanges.Period {
        guard let everything = GrantPattern("*/*/*/*") else { throw ChaosError("*/*/*/* is a pattern") }
        let period = try await changes.give(everything)
        async let answer = system.client.send(BackfillPartner(partner: site.partner, pattern: everything))
        await Pause.seconds(Double.random(in: 0...0.2, using: &random))
        try system.gateway?.kill()
        try system.gateway?.start()
        _ = try await answer
        return period
    }

    /// Reads the feeds anew, asks what was disclosed, ends the partners and reads their lists.
    private func gather(
        _ system: ChaosSystem,
        _ record: CommandRecord,
        _ periods: [GrantChanges.Period]
    ) async throws -> Verdict {
        var feeds: [PluginName: [FeedEvent]] = [:]
        for (service, mark) in zip(ChaosSystem.publishers, try await system.heads()) {
            feeds[service] = try await system.client.readFeed(of: service, upTo: mark.offset)
        }
        let console = try ChildProcess.executable("kvo").path
        var partners: [Verdict.Partner] = []
        for site in system.sites {
            let words = ["partner", "disclosed", site.partner.text, "--json", "--sockets", system.folder]
            let outcome = try Tool.run(console, words)
            guard outcome.status == 0 else { throw ChaosError("kvo partner disclosed failed: \(outcome.errors)") }
            let disclosures = try outcome.output.split(separator: UInt8(ascii: "\n")).map {
                try JSON.decode(Disclosure.self, from: Data($0))
            }
            try site.process.kill()
            partners.append(Verdict.Partner(site: site, disclosures: disclosures, received: try site.received()))
        }
        return Verdict(feeds: feeds, record: record, partners: partners, periods: periods)
    }
}
