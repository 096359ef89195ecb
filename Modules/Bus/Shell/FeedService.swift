package import Contracts
package import EventSourcing

/// What stands behind a service's port: the store and the plug-in.
///
/// Its functions never run on the messaging thread, which serves every socket of the process.
package protocol FeedService: Sendable {
    /// The life of the feed.
    var epoch: Epoch { get }
    /// The feed's head after each commit that moved it. Has one listener.
    var heads: AsyncStream<FeedOffset> { get }
    /// The newest entry.
    @concurrent func head() async throws -> FeedOffset
    /// The entries after an offset.
    @concurrent func entries(after offset: FeedOffset, limit: Int, maxBytes: Int) async throws -> [FeedEntry]
    /// How far a consumer said it had come.
    @concurrent func acknowledged(by consumer: String) async throws -> FeedOffset
    /// Keeps how far a consumer has come; returns when it is on disk.
    @concurrent func acknowledge(consumer: String, upTo offset: FeedOffset) async throws
    /// Carries out a command.
    @concurrent func carryOut(_ request: CommandRequest) async -> CommandReply
    /// Answers a query.
    @concurrent func answer(_ request: QueryRequest) async -> CommandReply
    /// The present moment, for the headers of live messages.
    var now: Instant { get }
}
