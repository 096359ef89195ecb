/// A channel of an ``InMemoryEventStore``.
struct InMemoryChannel: Sendable {
    /// One entry; its offset is its place from 1.
    struct Entry: Sendable {
        let envelope: Int64
        let thread: Int64
        let at: Instant
        /// The offset of the entry before it about the same, 0 when it is the first.
        let former: Int64
        /// The offset of the entry after it about the same.
        var next: Int64?
    }

    private(set) var entries: [Entry] = []
    private var carried: Set<Int64> = []
    /// The newest offset about each thing.
    private var newest: [Int64: Int64] = [:]
    var floor = FeedOffset.start

    var state: ChannelState { ChannelState(head: FeedOffset(Int64(entries.count)), floor: floor) }

    func carries(_ envelope: Int64) -> Bool { carried.contains(envelope) }

    /// Adds an envelope that the channel does not carry yet.
    mutating func add(_ envelope: Int64, thread: Int64, at: Instant) -> FeedOffset {
        let offset = Int64(entries.count) + 1
        let former = newest.updateValue(offset, forKey: thread) ?? 0
        if former > 0 { entries[Int(former - 1)].next = offset }
        entries.append(Entry(envelope: envelope, thread: thread, at: at, former: former))
        carried.insert(envelope)
        return FeedOffset(offset)
    }

    /// Takes back the last addition.
    mutating func removeLast() {
        let last = entries.removeLast()
        carried.remove(last.envelope)
        newest[last.thread] = last.former > 0 ? last.former : nil
        if last.former > 0 { entries[Int(last.former - 1)].next = nil }
    }

    /// The entries after an offset with their own offsets, lazily.
    func after(_ offset: FeedOffset) -> some Sequence<(offset: FeedOffset, entry: Entry)> {
        let first = Int(clamping: min(offset.value, Int64(entries.count)))
        return entries[first...].indices.lazy.map { (FeedOffset(Int64($0) + 1), entries[$0]) }
    }
}
