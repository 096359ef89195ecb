/// How far one of a partner's consumers says it has come.
package struct PartnerProgress: Codable, Hashable, Sendable {
    /// The consumer's name.
    package let consumer: String
    /// The last event whose effect it says is on its disk.
    package let offset: Int64
    /// When it first said so, that is when it last moved, microseconds since 1970.
    package let at: Int64

    /// Makes the value.
    package init(consumer: String, offset: Int64, at: Int64) {
        self.consumer = consumer
        self.offset = offset
        self.at = at
    }
}
