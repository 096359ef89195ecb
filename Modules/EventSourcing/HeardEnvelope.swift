package import FoundationEssentials

/// An event as it was heard, kept once however many channels carry it.
package struct HeardEnvelope: Hashable, Sendable {
    /// Where it comes from; with `id` unique for ever.
    package let source: String
    /// The identifier within its source.
    package let id: String
    /// The topic under which it was heard and is delivered.
    package let topic: String
    /// What it is about, or empty; of one topic and subject a snapshot has the one heard last only.
    package let subject: String
    /// The very bytes that were heard.
    package let body: Data
    /// When it was heard here.
    package let heardAt: Instant

    /// Makes an envelope.
    package init(source: String, id: String, topic: String, subject: String, body: Data, heardAt: Instant) {
        self.source = source
        self.id = id
        self.topic = topic
        self.subject = subject
        self.body = body
        self.heardAt = heardAt
    }
}
