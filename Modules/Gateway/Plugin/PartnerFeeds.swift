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

    /// Adds of one page of what was heard before what the pattern selects and the grants give.
    ///
    /// The page follows an envelope's number, 0 for the first, and goes over at most `limit` envelopes. Tells how many events were added, and the page's last
    /// envelope, or `nil` when no other page follows.
    static func addPage(
        _ pattern: GrantPattern,
        to partner: PartnerID,
        grants: [Grant],
        after number: Int64,
        limit: Int,
        _ work: PluginWork
    ) throws -> (added: Int, last: Int64?) {
        guard let channel = ChannelName(partner.text), !grants.isEmpty else { return (0, nil) }
        let page = try work.transaction.envelopes(after: number, limit: limit)
        var added = 0
        for (number, envelope) in page where pattern.selects(envelope.topic) {
            let dataClass = try CloudEvent(json: envelope.body).heardClass
            guard grants.contains(where: { $0.gives(envelope.topic, of: dataClass) }) else { continue }
            if try work.transaction.deliver(envelope: number, to: channel, at: work.now) != nil { added += 1 }
        }
        return (added, page.count < limit ? nil : page.last?.number)
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
