package import FoundationEssentials

/// Names a stream: one aggregate's events in the order in which they happened.
package struct StreamName: Hashable, Sendable, CustomStringConvertible {
    /// The kind of aggregate, for instance `area`.
    package let category: String
    /// The aggregate's identifier within its category.
    package let id: String

    /// Makes a name from a category without a slash and a non-empty identifier.
    package init(_ category: String, _ id: String) {
        precondition(!category.isEmpty && !category.contains("/"), "a stream category is non-empty and has no slash")
        precondition(!id.isEmpty, "a stream has an identifier")
        self.category = category
        self.id = id
    }

    /// The stored form, `category/id`.
    package var description: String { "\(category)/\(id)" }
}

/// Counts the events of a stream; 0 is a stream of which nothing has happened.
package struct Revision: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number of events, 0 or more.
    package let value: Int64

    /// Makes a revision from a number of events.
    package init(_ value: Int64) {
        precondition(value >= 0, "a revision is never negative")
        self.value = value
    }

    /// A stream without events.
    package static let none = Revision(0)

    package var description: String { String(value) }

    package static func < (left: Revision, right: Revision) -> Bool { left.value < right.value }
}

/// States what a writer believes about a stream before it appends.
package enum ExpectedRevision: Hashable, Sendable {
    /// The writer does not care: only for facts that hold whatever else happened.
    case any
    /// The stream has exactly this many events; `.exactly(.none)` is a new stream.
    case exactly(Revision)
}

/// Numbers an event in a store's log, from 1, dense, in the order of commit; 0 is before the first.
package struct Position: Hashable, Comparable, Sendable {
    /// The number, 0 or more.
    package let value: Int64

    /// Makes a position from a number of 0 or more.
    package init(_ value: Int64) {
        precondition(value >= 0, "a position is never negative")
        self.value = value
    }

    /// Before the first event.
    package static let start = Position(0)

    package static func < (left: Position, right: Position) -> Bool { left.value < right.value }
}

/// Numbers an entry in a feed, from 1 and dense within an epoch; 0 is before the first.
package struct FeedOffset: Hashable, Comparable, Sendable {
    /// The number, 0 or more.
    package let value: Int64

    /// Makes an offset from a number of 0 or more.
    package init(_ value: Int64) {
        precondition(value >= 0, "a feed offset is never negative")
        self.value = value
    }

    /// Before the first entry.
    package static let start = FeedOffset(0)

    /// The offset that follows this one; the last of all numbers, which only a hostile peer names, follows itself.
    package var next: FeedOffset { FeedOffset(value < .max ? value + 1 : value) }

    package static func < (left: FeedOffset, right: FeedOffset) -> Bool { left.value < right.value }
}

/// Identifies one life of a feed: made with the store, replaced when a backup is restored.
///
/// Offsets of different epochs cannot be compared.
package struct Epoch: Hashable, Sendable, CustomStringConvertible {
    /// The identifier itself.
    package let uuid: UUID

    /// Makes an epoch from its identifier; a new one when none is given.
    package init(_ uuid: UUID = UUID()) { self.uuid = uuid }

    /// Reads the textual form of a UUID.
    package init?(_ text: String) {
        guard let uuid = UUID(uuidString: text) else { return nil }
        self.uuid = uuid
    }

    package var description: String { uuid.uuidString.lowercased() }
}
