/// A place in a service's feed, with which a client can ask others to have read that far.
package struct FeedMark: Codable, Hashable, Sendable {
    /// The service whose feed it is.
    package let feed: String
    /// The life of that feed, a UUID.
    package let epoch: String
    /// The offset, 0 or more.
    package let offset: Int64

    /// Names a place.
    package init(feed: String, epoch: String, offset: Int64) {
        (self.feed, self.epoch, self.offset) = (feed, epoch, offset)
    }
}
