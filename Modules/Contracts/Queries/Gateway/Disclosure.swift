/// One event that was put into a partner's feed.
package struct Disclosure: Codable, Hashable, Sendable {
    /// Its place in the partner's feed.
    package let offset: Int64
    /// When it was put there, microseconds since 1970.
    package let at: Int64
    /// The system that recorded it.
    package let source: String
    /// The event's identifier, unique with the source.
    package let id: String
    /// The topic.
    package let topic: String
    /// SHA-256 of its bytes, in hexadecimal.
    package let digest: String
    /// The number of its bytes.
    package let bytes: Int

    /// Makes the value.
    package init(offset: Int64, at: Int64, source: String, id: String, topic: String, digest: String, bytes: Int) {
        self.offset = offset
        self.at = at
        self.source = source
        self.id = id
        self.topic = topic
        self.digest = digest
        self.bytes = bytes
    }
}
