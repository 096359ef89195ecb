/// The bounds that both sides of the feed keep.
package enum FeedLimits {
    /// The most entries in one answer.
    package static let events = 500
    /// The most bytes of entries in one answer.
    package static let bytes = 1_048_576
    /// The longest a service holds a fetch, in milliseconds.
    package static let waitMs = 25_000
    /// The time between two heartbeats.
    package static let heartbeat: Duration = .seconds(1)
    /// The most fetches that a service holds at a time.
    package static let waitingFetches = 1024
    /// The most fetches that a service holds at a time for one sender; all peers without a key count as one.
    package static let waitingFetchesOfOneSender = 64
    /// The most reads of the store under way for one sender; its other requests wait for their turn.
    package static let readsOfOneSender = 4
    /// The most acknowledgements and notes under way for one sender: those of a whole batch, and some more.
    package static let notesOfOneSender = 512
    /// How long a request waits for its turn to read before its sender is told to come back.
    package static let turnWithin: Duration = .seconds(2)
    /// The most characters of a consumer's name.
    package static let consumerName = 64
    /// The most characters (Unicode scalars) of the reason why an entry was set aside.
    package static let reason = 500

    /// Tells whether a byte of UTF-8 may stand in a consumer's name: a-z, 0-9 and `. - _ :`.
    static func isAllowedInConsumerName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"): true
        default: false
        }
    }

    /// Tells whether a character may stand in a reason: none that breaks the line, steers a terminal or turns the text.
    static func isAllowedInReason(_ character: Unicode.Scalar) -> Bool {
        switch character.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: false
        default: true
        }
    }
}
