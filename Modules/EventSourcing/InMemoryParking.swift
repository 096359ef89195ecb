/// The parked entries of an ``InMemoryEventStore``.
struct InMemoryParking: Sendable {
    /// The place of an entry, in the order in which they are listed.
    struct Place: Hashable, Comparable, Sendable {
        let feed: InMemoryContent.Bytes
        let offset: FeedOffset

        init(_ feed: String, _ offset: FeedOffset) {
            self.feed = InMemoryContent.Bytes(feed)
            self.offset = offset
        }

        static func < (left: Place, right: Place) -> Bool {
            left.feed == right.feed ? left.offset < right.offset : left.feed < right.feed
        }
    }

    private struct Subject: Hashable {
        let feed: InMemoryContent.Bytes
        let subject: InMemoryContent.Bytes

        init(_ entry: ParkedEntry) { self.init(entry.feed, entry.subject) }

        init(_ feed: String, _ subject: String) {
            self.feed = InMemoryContent.Bytes(feed)
            self.subject = InMemoryContent.Bytes(subject)
        }
    }

    private var entries: [Place: ParkedEntry] = [:]
    /// How many entries of each subject are parked, without those of which none are.
    private var counts: [Subject: Int] = [:]

    subscript(place: Place) -> ParkedEntry? {
        get { entries[place] }
        set {
            if let former = entries.updateOrRemove(newValue, at: place) { count(former, -1) }
            if let newValue { count(newValue, 1) }
        }
    }

    func holds(subject: String, of feed: String) -> Bool {
        !subject.isEmpty && counts[Subject(feed, subject)] != nil
    }

    /// The entries of a feed or of all, by feed and offset.
    func list(of feed: String?) -> [ParkedEntry] {
        let feed = feed.map(InMemoryContent.Bytes.init)
        return entries.filter { feed == nil || $0.key.feed == feed }.sorted { $0.key < $1.key }.map(\.value)
    }

    private mutating func count(_ entry: ParkedEntry, _ step: Int) {
        let count = (counts[Subject(entry)] ?? 0) + step
        counts[Subject(entry)] = count == 0 ? nil : count
    }
}

extension Dictionary {
    /// Writes a value, or removes it, and returns the former one.
    fileprivate mutating func updateOrRemove(_ value: Value?, at key: Key) -> Value? {
        guard let value else { return removeValue(forKey: key) }
        return updateValue(value, forKey: key)
    }
}
