import CloudEvents
import Contracts
import EventSourcing
import PluginKit
import Scheme

/// Decides what goes into which partner's feed, and puts it there.
///
/// What is in a feed was disclosed, and what is not there never was: nothing else is ever sent to a partner.
enum PartnerFeeds {
    /// Keeps what was heard, and puts each event into the feeds of the partners whose grants give it now.
    static func pass(on heard: [EventListener.Heard], _ table: GrantTable, _ work: PluginWork) throws {
        for item in heard {
            let number = try work.transaction.keep(HeardEnvelope(item, at: work.now))
            for channel in table.channels(given: item.entry.topic, of: item.event.heardClass) {
                _ = try work.transaction.deliver(envelope: number, to: channel, at: work.now)
            }
        }
    }

    /// Adds what was heard before, as far as the pattern selects it and the grants give it.
    ///
    /// - Returns: How many events were added.
    static func add(
        _ pattern: GrantPattern,
        to partner: PartnerID,
        grants: [Grant],
        _ work: PluginWork
    ) throws -> Int {
        guard let channel = ChannelName(partner.text), !grants.isEmpty else { return 0 }
        var (added, last) = (0, Int64(0))
        while true {
            let page = try work.transaction.envelopes(after: last, limit: 500)
            for (number, envelope) in page where pattern.selects(envelope.topic) {
                let dataClass = try CloudEvent(json: envelope.body).heardClass
                guard grants.contains(where: { $0.gives(envelope.topic, of: dataClass) }) else { continue }
                if try work.transaction.deliver(envelope: number, to: channel, at: work.now) != nil { added += 1 }
            }
            guard let end = page.last else { return added }
            last = end.number
        }
    }
}

extension HeardEnvelope {
    fileprivate init(_ heard: EventListener.Heard, at now: Instant) {
        self.init(
            source: heard.event.source,
            id: heard.event.id,
            topic: heard.entry.topic,
            subject: heard.event.subject ?? "",
            body: heard.entry.body,
            heardAt: now
        )
    }
}

extension CloudEvent {
    /// The class that the publisher stated; one that is missing or unknown counts as the highest.
    fileprivate var heardClass: DataClass { dataClass.flatMap(DataClass.init(rawValue:)) ?? .confidential }
}
