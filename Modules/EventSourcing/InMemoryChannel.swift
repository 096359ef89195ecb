/// A channel of an ``InMemoryEventStore``.
struct InMemoryChannel: Sendable {
    /// One entry; its offset is its place from 1.
    struct Entry: Sendable {
        let envelope: Int64
        let thread: Int64
        let at: Instant
    }

    private(set) var entries: [Entry] = []
    private var carried: Set<Int64> = []
    var floor = FeedOffset.start

    var state: ChannelState { ChannelState(head: FeedOffset(Int64(entries.count)), floor: floor) }

    func carries(_ envelope: Int64) -> Bool { carried.contains(envelope) }

    /// Adds an envelope that the channel does not carry yet.
    mutating func add(_ envelope: Int64, thread: Int64, at: Instant) -> FeedOffset {
        entries.append(Entry(envelope: envelope, thread: thread, at: at))
        carried.insert(envelope)
        return FeedOffset(Int64(entries.count))
    }

    /// Takes back the last addition.
    mutating func removeLast() { carried.remove(entries.removeLast().envelope) }

    /// The newest envelope about each thing among the entries up to an offset.
    ///
    /// The envelope's number tells what is newer: a back-fill puts what was heard long ago at the end.
    func newest(upTo offset: FeedOffset) -> Set<Int64> {
        var newest: [Int64: Int64] = [:]
        for entry in entries.prefix(Int(clamping: max(offset.value, 0))) {
            newest[entry.thread] = max(newest[entry.thread] ?? 0, entry.envelope)
        }
        return Set(newest.values)
    }

    /// The entries after an offset with their own offsets, lazily.
    func after(_ offset: FeedOffset) -> some Sequence<(offset: FeedOffset, entry: Entry)> {
        let first = Int(clamping: min(offset.value, Int64(entries.count)))
        return entries[first...].indices.lazy.map { (FeedOffset(Int64($0) + 1), entries[$0]) }
    }
}
