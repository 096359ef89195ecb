import CloudEvents
import Contracts
import EventSourcing
import GatewayDomain
package import PluginKit
import Scheme

extension GatewayPlugin {
    package var commands: [CommandHandler] {
        [
            CommandHandler(answering: AddPartner.self) { try admit($0, work: $1) },
            CommandHandler(GrantTopics.self) { command, work in
                try check(command.pattern)
                let grant = Grant(command.pattern, upTo: command.dataClass)
                try execute(.grant(grant), of: command.partner, work)
            },
            CommandHandler(WithdrawGrant.self) { command, work in
                try execute(.withdraw(command.pattern), of: command.partner, work)
            },
            CommandHandler(RotatePartnerKey.self) { command, work in
                try requireFresh(command.key, for: command.partner, work.transaction)
                let order = PartnerCommand.Order.rotate(to: command.key, overlapDays: command.overlapDays)
                try execute(order, of: command.partner, work)
            },
            CommandHandler(inTurns: BackfillPartner.self) { try backfill($0, work: $1) },
            CommandHandler(answering: ForgetConsumer.self) { try forget($0, work: $1) },
            CommandHandler(answering: ConfirmRestored.self) { _, work in
                try RestoredHold.confirm(in: work.transaction)
                let partners = try PartnerDirectory.all(in: work.transaction)
                return ConfirmRestored.Answer(partners: partners.count { !$0.isRevoked })
            },
            CommandHandler(RevokePartner.self) { try execute(.revoke, of: $0.partner, $1) },
        ]
    }

    private func admit(_ command: AddPartner, work: PluginWork) throws -> AddPartner.Answer {
        try requireFresh(command.key, for: command.partner, work.transaction)
        let ports = try ports(for: command, work.transaction)
        let admission = Admission(
            organisation: command.organisation,
            name: command.name,
            key: command.key,
            ports: ports,
            on: work.today
        )
        try execute(.admit(admission), of: command.partner, work)
        return AddPartner.Answer(livePort: ports.live, feedPort: ports.feed)
    }

    /// The ports that were asked for or had before, else the next free pair.
    private func ports(for command: AddPartner, _ reader: any StoreReader) throws -> DoorPorts {
        let known = try reader.all(PartnerSummary.self, in: PartnerProjection.partners)
        let others = known.filter { $0.partner != command.partner }
        let taken = Set(others.flatMap { [$0.livePort, $0.feedPort] })
        for port in [command.livePort, command.feedPort].compactMap(\.self) where taken.contains(port) {
            throw InvalidInput("port \(port) belongs to another partner\u{2019}s door; choose another or leave it out.")
        }
        let own = known.first { $0.partner == command.partner }
        let given = [command.livePort, command.feedPort].compactMap(\.self)
        guard let free = DoorPorts.next(from: firstPort, avoiding: taken.union(given)) else {
            throw InvalidInput("no port from \(firstPort) on is free; say which ports the door is to have.")
        }
        return DoorPorts(
            live: command.livePort ?? own?.livePort ?? free.live,
            feed: command.feedPort ?? own?.feedPort ?? free.feed
        )
    }

    /// A key says who somebody is: two partners with the same one could not be told apart, and whoever found a key that
    /// one partner had lost would come in as the other.
    private func requireFresh(_ key: PartnerKey, for partner: PartnerID, _ reader: any StoreReader) throws {
        guard let known = try reader.document(key.text, in: PartnerProjection.keys) else { return }
        let owner = try JSON.decode(PartnerID.self, from: known)
        guard owner != partner else { return }
        throw InvalidInput(
            "the key \(key.fingerprint)\u{2026} is or was that of \(owner); each partner makes a pair of its own."
        )
    }

    /// Adds one page, noted on record with it, and leaves the next to a transaction of its own.
    ///
    /// What the grants give is asked anew for each page: they may have changed in between.
    private func backfill(
        _ command: BackfillPartner,
        after number: Int64 = 0,
        added earlier: Int = 0,
        work: PluginWork
    ) throws -> CommandTurn<BackfillPartner.Answer> {
        try check(command.pattern)
        try RestoredHold.requireNone(in: work.transaction)
        let partner = try work.load(partners, from: .partner(command.partner), codec: PartnerCodec())
        let grants = partner?.grants ?? []
        let page = try PartnerFeeds.addPage(
            command.pattern,
            to: command.partner,
            grants: grants,
            after: number,
            limit: pageLimit,
            work
        )
        try execute(.backfill(command.pattern, events: page.added), of: command.partner, work)
        let added = earlier + page.added
        guard let last = page.last else { return .done(BackfillPartner.Answer(events: added)) }
        return .more { try backfill(command, after: last, added: added, work: $0) }
    }

    /// A position is what a partner's consumer says of itself, not something that has happened: forgetting it is no event.
    private func forget(_ command: ForgetConsumer, work: PluginWork) throws -> ForgetConsumer.Answer {
        let partner = command.partner
        let channel = try requireKnown(partner, in: work.transaction)
        let offset = try work.transaction.forget(consumer: command.consumer, of: channel)
        // One that could handle nothing yet is known by its troubles only.
        let hadTrouble = try PartnerTrouble.forget(consumer: command.consumer, of: partner, in: work.transaction)
        guard offset != nil || hadTrouble else {
            throw InvalidInput(
                "\(partner) has no consumer \(command.consumer); kvo partner lag \(partner) shows those it has."
            )
        }
        return ForgetConsumer.Answer(offset: (offset ?? .start).value)
    }

    @discardableResult
    private func execute(
        _ order: PartnerCommand.Order,
        of partner: PartnerID,
        _ work: PluginWork
    ) throws -> [PartnerEvent] {
        let command = PartnerCommand(order, of: partner, today: work.today)
        return try work.execute(partners, command, on: .partner(partner), codec: PartnerCodec())
    }
}
