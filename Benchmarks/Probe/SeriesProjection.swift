import EventSourcing

/// Keeps the last observation of each series for reading.
struct SeriesProjection: Projection {
    static let series = DocumentCollection("series", .derived)

    let name = "series"
    let version = 1
    let collections = [Self.series]

    func apply(_ event: RecordedEvent, in transaction: any StoreTransaction) throws {
        try transaction.put(event.event.payload, at: event.stream.id, in: Self.series)
    }
}
