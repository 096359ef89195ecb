package import FoundationEssentials

/// What stands beside an event's payload: who, why and when.
package struct EventMetadata: Hashable, Sendable {
    /// Shared by everything that follows from one command.
    package let correlation: UUID
    /// The command or event that led to this event.
    package let causation: UUID
    /// The organisation and role that issued the command, `system` for a deadline that passed.
    package let actor: String
    /// When the event was recorded.
    package let recordedAt: Instant

    /// Makes the metadata of one event.
    package init(correlation: UUID, causation: UUID, actor: String, recordedAt: Instant) {
        self.correlation = correlation
        self.causation = causation
        self.actor = actor
        self.recordedAt = recordedAt
    }
}

/// An event on its way into the store.
package struct NewEvent: Hashable, Sendable {
    /// Unique for ever, also across stores.
    package let id: UUID
    /// The published name with its version, `nl.kvo.gebied-aangemeld.v1`, or an internal one.
    package let type: String
    /// The JSON of the event's own data.
    package let payload: Data
    /// Who, why and when.
    package let metadata: EventMetadata

    /// Makes an event that is not stored yet.
    package init(id: UUID, type: String, payload: Data, metadata: EventMetadata) {
        self.id = id
        self.type = type
        self.payload = payload
        self.metadata = metadata
    }
}

/// An event as it stands in the log.
package struct RecordedEvent: Hashable, Sendable {
    /// The place in the store's log.
    package let position: Position
    /// The stream it belongs to.
    package let stream: StreamName
    /// The number of events in the stream once this one is counted, from 1.
    package let revision: Revision
    /// What was appended.
    package let event: NewEvent

    /// Makes the stored form of an event.
    package init(position: Position, stream: StreamName, revision: Revision, event: NewEvent) {
        self.position = position
        self.stream = stream
        self.revision = revision
        self.event = event
    }
}

/// An entry of a feed: the very bytes that subscribers receive.
package struct FeedEntry: Hashable, Sendable {
    /// The place in the feed.
    package let offset: FeedOffset
    /// The topic by which subscribers select.
    package let topic: String
    /// The envelope as JSON.
    package let body: Data

    /// Makes an entry.
    package init(offset: FeedOffset, topic: String, body: Data) {
        self.offset = offset
        self.topic = topic
        self.body = body
    }
}

/// How far a consumer has come in a feed.
package struct FeedCursor: Hashable, Sendable {
    /// The life of the feed in which `offset` holds.
    package let epoch: Epoch
    /// The last entry that was applied (exclusive start of the next fetch).
    package let offset: FeedOffset

    /// Makes a cursor.
    package init(epoch: Epoch, offset: FeedOffset) {
        self.epoch = epoch
        self.offset = offset
    }
}

/// The answer to a command, kept so that a repeated command gets the same answer.
package struct StoredReply: Hashable, Sendable {
    /// SHA-256 of the command as it was received; another request under the same key is refused.
    package let requestDigest: Data
    /// The JSON of the answer.
    package let body: Data

    /// Makes a stored reply.
    package init(requestDigest: Data, body: Data) {
        self.requestDigest = requestDigest
        self.body = body
    }
}

/// Names a set of JSON documents: a projection's rows, or private data outside the events.
package struct DocumentCollection: Hashable, Sendable {
    /// Whether the documents can be rebuilt from events, and whether they hold data about persons.
    package enum Content: Hashable, Sendable {
        /// Rows of a projection: may be cleared and rebuilt at any time.
        case derived
        /// Data that cannot be rebuilt and hold nothing about persons.
        case kept
        /// Data about persons, which never enter an event and must be erasable.
        case personal
    }

    /// The name, unique in a store.
    package let name: String
    /// What the documents hold.
    package let content: Content

    /// Names a collection.
    package init(_ name: String, _ content: Content) {
        self.name = name
        self.content = content
    }
}

/// One document of a collection.
package struct StoredDocument: Hashable, Sendable {
    /// The key within the collection.
    package let key: String
    /// The JSON.
    package let body: Data

    /// Makes a document.
    package init(key: String, body: Data) {
        self.key = key
        self.body = body
    }
}
