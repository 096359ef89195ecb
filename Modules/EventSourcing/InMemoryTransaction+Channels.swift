import FoundationEssentials
import Integrity

extension InMemoryTransaction {
    func channels() -> [ChannelName: ChannelState] { content.channels.mapValues(\.state) }

    func state(of channel: ChannelName) -> ChannelState { content.channels[channel]?.state ?? .none }

    func entries(of channel: ChannelName, after offset: FeedOffset, limit: Int, maxBytes: Int) -> [FeedEntry] {
        page(of: channel, after: max(offset, state(of: channel).floor), limit: limit, maxBytes: maxBytes) { _, _ in
            .take
        }
    }

    func snapshot(
        of channel: ChannelName,
        after offset: FeedOffset,
        asOf: FeedOffset,
        limit: Int,
        maxBytes: Int
    ) -> [FeedEntry] {
        let newest = content.channels[channel]?.newest(upTo: asOf) ?? []
        return page(of: channel, after: offset, limit: limit, maxBytes: maxBytes) { offset, entry in
            if offset > asOf { return .stop }
            return newest.contains(entry.envelope) ? .take : .pass
        }
    }

    func deliveries(of channel: ChannelName, after offset: FeedOffset, since: Instant?, limit: Int) -> [Delivery] {
        guard let present = content.channels[channel] else { return [] }
        return present.after(offset)
            .lazy.filter { _, entry in since.map { entry.at >= $0 } ?? true }
            .prefix(max(limit, 0))
            .compactMap { offset, entry in
                content.envelopes[entry.envelope].map { kept in
                    Delivery(
                        offset: offset,
                        at: entry.at,
                        source: kept.envelope.source,
                        id: kept.envelope.id,
                        topic: kept.envelope.topic,
                        digest: SHA256Digest(of: kept.envelope.body).bytes,
                        byteCount: kept.envelope.body.count
                    )
                }
            }
    }

    func progress(of channel: ChannelName) -> [ConsumerProgress] {
        (content.progress[channel] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
    }

    func envelopes(after number: Int64, limit: Int) -> [(number: Int64, envelope: HeardEnvelope)] {
        let all = content.envelopes.all
        let first = Int(clamping: min(max(number, 0), Int64(all.count)))
        return all[first...].prefix(max(limit, 0)).enumerated().map { (Int64(first + $0 + 1), $1.envelope) }
    }

    func keep(_ envelope: HeardEnvelope) -> Int64 {
        if let number = content.envelopes.number(of: envelope) { return number }
        var number: Int64 = 0
        change({ number = $0.envelopes.add(envelope) }, undoing: { $0.envelopes.removeLast() })
        return number
    }

    func deliver(envelope number: Int64, to channel: ChannelName, at: Instant) throws -> FeedOffset? {
        guard let kept = content.envelopes[number] else { throw EventStoreError.unknownEnvelope(number) }
        guard content.channels[channel]?.carries(number) != true else { return nil }
        var offset = FeedOffset.start
        change(
            { offset = $0.channels[channel, default: InMemoryChannel()].add(number, thread: kept.thread, at: at) },
            undoing: { content in
                content.channels[channel]?.removeLast()
                if content.channels[channel]?.entries.isEmpty == true { content.channels[channel] = nil }
            }
        )
        return offset
    }

    func acknowledge(channel: ChannelName, consumer: String, upTo offset: FeedOffset, at: Instant) throws {
        let key = InMemoryContent.Bytes(consumer)
        let known = content.progress[channel] ?? [:]
        if let former = known[key], former.offset >= offset { return }
        guard known[key] != nil || known.count < EventStoreError.mostConsumers else {
            throw EventStoreError.tooManyConsumers(of: "channel \(channel)")
        }
        let progress = ConsumerProgress(consumer: consumer, offset: offset, at: at)
        let former = known[key]
        change(
            { $0.progress[channel, default: [:]][key] = progress },
            undoing: { $0.progress[channel, default: [:]][key] = former }
        )
    }

    func forget(consumer: String, of channel: ChannelName) -> FeedOffset? {
        let key = InMemoryContent.Bytes(consumer)
        guard let former = content.progress[channel]?[key] else { return nil }
        change({ $0.progress[channel]?[key] = nil }, undoing: { $0.progress[channel]?[key] = former })
        return former.offset
    }

    func trim(_ channel: ChannelName, upTo floor: FeedOffset) {
        let former = state(of: channel)
        let floor = min(floor, former.head)
        guard floor > former.floor else { return }
        change({ $0.channels[channel]?.floor = floor }, undoing: { $0.channels[channel]?.floor = former.floor })
    }

    private enum Choice {
        case take
        case pass
        case stop
    }

    private func page(
        of channel: ChannelName,
        after offset: FeedOffset,
        limit: Int,
        maxBytes: Int,
        choosing choose: (FeedOffset, InMemoryChannel.Entry) -> Choice
    ) -> [FeedEntry] {
        guard let present = content.channels[channel] else { return [] }
        var entries: [FeedEntry] = []
        var bytes = 0
        for (offset, entry) in present.after(offset) {
            guard entries.count < limit else { break }
            let choice = choose(offset, entry)
            if choice == .stop { break }
            guard choice == .take, let kept = content.envelopes[entry.envelope] else { continue }
            bytes += kept.envelope.body.count
            if bytes > maxBytes, !entries.isEmpty { break }
            entries.append(FeedEntry(offset: offset, topic: kept.envelope.topic, body: kept.envelope.body))
        }
        return entries
    }
}

extension InMemoryTransaction {
    func parked(of feed: String?, limit: Int) -> [ParkedEntry] {
        Array(content.parked.list(of: feed).prefix(max(limit, 0)))
    }

    func isParked(subject: String, of feed: String) -> Bool { content.parked.holds(subject: subject, of: feed) }

    func park(_ entry: ParkedEntry) { set(\.parked[.init(entry.feed, entry.offset)], to: entry) }

    func unpark(feed: String, offset: FeedOffset) {
        guard content.parked[.init(feed, offset)] != nil else { return }
        set(\.parked[.init(feed, offset)], to: nil)
    }
}
