import Bus
import EventSourcing
import FoundationEssentials
import Scheme

/// What is planned for a run.
extension World {
    /// Starts everything, admits the partners, and plans what is to happen.
    func setUp() async throws {
        for link in publishers.indices { try await open(link, expecting: nil) }
        try await startGateway()
        for partner in partners.indices {
            try await carryOut(PartnerOrder(key: dice.uuid(), partner: partner, what: .admit(partners[partner].key)))
            for _ in 0..<dice.number(1...2) {
                try await carryOut(PartnerOrder(key: dice.uuid(), partner: partner, what: grant()))
            }
            startConsumer(door(of: partner), cursor: nil, onGone: weather.onGone)
        }
        for link in links.indices {
            plan(.tickServer(link), after: 0...weather.tick)
            plan(.tickConsumer(link), after: 0...weather.tick)
            plan(.beat(link), after: 0...1000)
        }
        for _ in 0..<weather.publicationCount { planFault(.publish(dice.number(0...publishers.count - 1))) }
        let counts = weather.faultCounts
        let nodes = publishers.indices.map(Node.publisher) + [.gateway] + partners.indices.map(Node.partner)
        for _ in 0..<counts.crashes { planFault(.crash(dice.pick(nodes))) }
        for _ in 0..<counts.pauses { planFault(.pause(dice.pick(nodes))) }
        for _ in 0..<counts.backups { for node in nodes { planFault(.backUp(node)) } }
        for _ in 0..<counts.restores { planFault(.restore(dice.pick(nodes))) }
        for _ in 0..<counts.breaks { planFault(.breakConnection(dice.number(0...links.count - 1))) }
        for _ in 0..<counts.partitions { planFault(.partition(dice.number(0...links.count - 1))) }
        for _ in 0..<counts.commands { planFault(.command(order())) }
        for _ in 0..<counts.trims { planFault(.trim(dice.number(0...partners.count - 1))) }
        for _ in 0..<counts.clockJumps { planFault(.jumpClock) }
        for _ in 0..<counts.intruders { planFault(.intrude(dice.number(0...partners.count - 1))) }
        for _ in 0..<counts.lateGrants { planLateGrant() }
        agenda.add(.calm, at: weather.faultyFor)
    }

    /// Grants all, later gives what went before, and ends the serving of some of it while the partner is away: its snapshot
    /// then has old events behind newer ones.
    private func planLateGrant() {
        guard let all = GrantPattern("*/*/*/*") else { return }
        let partner = dice.number(0...partners.count - 1)
        func at(_ milliseconds: Int) -> Duration { now + .milliseconds(milliseconds) }
        func command(_ what: PartnerOrder.What) -> Happening {
            .command(PartnerOrder(key: dice.uuid(), partner: partner, what: what))
        }
        let granted = dice.number(0...Int(weather.faultyFor / .milliseconds(1)))
        let filled = granted + dice.number(500...8000)
        agenda.add(command(.grant(all, .confidential)), at: at(granted))
        agenda.add(.partition(door(of: partner)), at: at(filled - dice.number(0...4000)))
        agenda.add(command(.backfill(all)), at: at(filled))
        for _ in 0..<2 { agenda.add(.trim(partner), at: at(filled + dice.number(50...3000))) }
    }

    private func planFault(_ happening: Happening) {
        plan(happening, after: 0...Int(weather.faultyFor / .milliseconds(1)))
    }

    private func grant() -> PartnerOrder.What {
        .grant(dice.pick(PartnerOrder.patterns), dice.pick(DataClass.allCases))
    }

    private func order() -> PartnerOrder { order(about: dice.number(0...partners.count - 1)) }

    func order(about partner: Int) -> PartnerOrder {
        let what: PartnerOrder.What =
            switch dice.number(0...11) {
            case 0...3: grant()
            case 4, 5: .withdraw(dice.pick(PartnerOrder.patterns))
            case 6, 7: .backfill(dice.pick(PartnerOrder.patterns))
            case 8: .rotate(PartnerKey.made(&dice), overlapDays: dice.pick([0, 0, 1, 30]))
            case 9: .revoke
            default: .admit(PartnerKey.made(&dice))
            }
        return PartnerOrder(key: dice.uuid(), partner: partner, what: what)
    }
}
