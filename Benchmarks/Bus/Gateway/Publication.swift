import EventSourcing

/// When an event was published, on the clock of ``Moment``.
struct Publication: Sendable {
    let offset: FeedOffset
    /// Before the first instruction of the transaction.
    let began: Int64
    /// After its commit was on disk.
    let committed: Int64
}

extension [Publication] {
    /// The milliseconds from a moment of each publication until each of its arrivals.
    func delays(
        from moment: KeyPath<Publication, Int64>,
        until arrivals: [(offset: Int64, moment: Int64)]
    ) throws -> [Double] {
        let published = Dictionary(uniqueKeysWithValues: map { ($0.offset.value, $0[keyPath: moment]) })
        let delays = arrivals.compactMap { arrival in
            published[arrival.offset].map { Double(arrival.moment - $0) / 1_000_000 }
        }
        guard delays.count >= count else { throw BenchFailure("of \(count) events only \(delays.count) arrived") }
        return delays
    }
}
