import EventSourcing

/// When an event was published, on the clock of ``Moment``.
struct Publication: Sendable {
    let offset: FeedOffset
    /// Before the first instruction of the transaction.
    let began: Int64
    /// When the call that commits came back: its commit was on disk, and the head told to the gateway, a little earlier.
    let committed: Int64
}

extension [Publication] {
    /// The milliseconds from a moment of each publication until each of its arrivals.
    ///
    /// - Throws: `BenchFailure` unless every one of these has arrived `times` times.
    func delays(
        from moment: KeyPath<Publication, Int64>,
        until arrivals: [(offset: Int64, moment: Int64)],
        times: Int = 1
    ) throws -> [Double] {
        let published = Dictionary(uniqueKeysWithValues: map { ($0.offset.value, $0[keyPath: moment]) })
        let delays = arrivals.compactMap { arrival in
            published[arrival.offset].map { Double(arrival.moment - $0) / 1_000_000 }
        }
        guard delays.count == count * times else {
            throw BenchFailure("of \(count) events \(delays.count) arrivals were noted, and not \(count * times)")
        }
        return delays
    }
}
