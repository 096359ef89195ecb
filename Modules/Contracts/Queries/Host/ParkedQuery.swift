/// Asks a service for the events that it could not apply.
package struct ParkedQuery: QueryContract {
    package typealias Answer = ParkedList
    package static let name = "host.parked"
    /// Only those of this feed, or `nil` for all.
    package let feed: String?

    /// Makes the query.
    package init(feed: String? = nil) {
        self.feed = feed
    }
}
