/// The intervals and bounds of a consumer.
package struct ConsumerTiming: Sendable {
    /// How long the service may hold a fetch: shorter than ``silence``, so that the feed alone keeps a connection alive.
    package var fetchWait: Duration = .seconds(2)
    /// How long to wait before a fetch that is not known to be needed, or after one that did not help.
    package var idleFetch: Duration = .milliseconds(500)
    /// How soon a fetch must be answered when the feed is known to hold more.
    package var answerWithin: Duration = .seconds(1)
    /// How soon a page of a snapshot must come: the service may have to look through all that it has.
    package var snapshotWithin: Duration = .seconds(10)
    /// After how much silence the connection counts as dead: three heartbeats.
    package var silence: Duration = .seconds(3)
    /// The first and the longest wait before another attempt.
    package var backOffRange: ClosedRange<Duration> = .milliseconds(100)...(.seconds(32))
    /// An acknowledgement is sent after this many events.
    package var acknowledgeEvery: Int64 = 200
    /// An acknowledgement is sent within this time.
    package var acknowledgeWithin: Duration = .seconds(1)
    /// The most entries applied in one transaction.
    package var batch = 500
    /// The most entries kept that are not applied yet.
    package var buffer = 2000

    /// Makes the intervals that the bus contract prescribes.
    package init() {}

    /// The wait before an attempt: doubled each time, within the range.
    func backOff(_ attempt: Int) -> Duration {
        min(backOffRange.upperBound, backOffRange.lowerBound * (1 << min(attempt, 16)))
    }
}
