/// The two TCP ports of a partner's door.
package struct DoorPorts: Hashable, Sendable {
    /// Where it hears live events, 1 to 65535.
    package let live: Int
    /// Where it fetches, 1 to 65535.
    package let feed: Int

    /// Names two ports.
    package init(live: Int, feed: Int) { (self.live, self.feed) = (live, feed) }

    /// Both.
    package var all: [Int] { [live, feed] }

    /// The first two neighbouring ports from a number on that nobody has.
    ///
    /// - Returns: `nil` when there are none up to 65535.
    package static func next(from first: Int, avoiding taken: Set<Int>) -> DoorPorts? {
        sequence(first: first) { $0 + 2 }
            .prefix { $0 < 65535 }
            .first { !taken.contains($0) && !taken.contains($0 + 1) }
            .map { DoorPorts(live: $0, feed: $0 + 1) }
    }
}
