package import EventSourcing

/// What stands behind a feed's port: a store with a feed.
///
/// Its functions never run on the messaging thread, which serves every socket of the process. A `FeedReply.Fault` that
/// one throws is the answer; another error leaves the request unanswered, and the consumer asks again.
package protocol FeedService: Sendable {
    /// The life of the feed.
    var epoch: Epoch { get }
    /// The feed's head after each commit that moved it. Has one listener.
    var heads: AsyncStream<FeedOffset> { get }
    /// The newest entry.
    @concurrent func head() async throws -> FeedOffset
    /// The entries up to here are no longer served; `.start` where all are kept.
    @concurrent func floor() async throws -> FeedOffset
    /// The entries after an offset.
    @concurrent func entries(after offset: FeedOffset, limit: Int, maxBytes: Int) async throws -> [FeedEntry]
    /// Of each subject the newest entry up to `asOf`; of those the ones after `after`, in the order of the feed.
    ///
    /// All pages of one `asOf` fit together, whatever is committed between them, and end with the entry `asOf`.
    @concurrent func snapshot(
        asOf: FeedOffset,
        after: FeedOffset,
        limit: Int,
        maxBytes: Int
    ) async throws -> [FeedEntry]
    /// How far a consumer said it had come.
    @concurrent func acknowledged(by consumer: String) async throws -> FeedOffset
    /// Keeps how far a consumer has come; returns when it is on disk.
    @concurrent func acknowledge(consumer: String, upTo offset: FeedOffset) async throws
    /// Keeps that a consumer has set an entry aside and why, one line of at most 500 characters; returns when it is on
    /// disk.
    @concurrent func notePark(consumer: String, offset: FeedOffset, reason: String) async throws
    /// The present moment, for the headers of live messages.
    var now: Instant { get }
}
