/// Tells from where to where a channel can be followed.
package struct ChannelState: Hashable, Sendable {
    /// The offset of the newest entry, `.start` when there is none.
    package let head: FeedOffset
    /// The entries up to here are no longer served one by one, only as a snapshot; `.start` when all are.
    package let floor: FeedOffset

    /// A channel to which nothing was delivered.
    package static let none = ChannelState(head: .start, floor: .start)

    /// Makes a state.
    package init(head: FeedOffset, floor: FeedOffset) {
        self.head = head
        self.floor = floor
    }
}
