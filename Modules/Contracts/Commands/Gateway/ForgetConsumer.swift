package import Scheme

/// Forgets a consumer of a partner and how far it was, which makes room for another name.
///
/// What the partner was given stays on record. A consumer that still runs is known again once it acknowledges.
package struct ForgetConsumer: CommandContract {
    package static let name = "gateway.forget-consumer"
    /// The partner.
    package let partner: PartnerID
    /// The consumer's name, as the partner gave it.
    package let consumer: String

    /// Makes the command.
    package init(partner: PartnerID, consumer: String) {
        self.partner = partner
        self.consumer = consumer
    }

    /// What was forgotten.
    package struct Answer: Codable, Hashable, Sendable {
        /// The offset that the consumer had acknowledged, 0 when it had only said what it could not handle.
        package let offset: Int64

        /// Makes the answer.
        package init(offset: Int64) { self.offset = offset }
    }
}
