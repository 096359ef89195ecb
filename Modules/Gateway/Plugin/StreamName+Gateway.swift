import EventSourcing
import Scheme

extension StreamName {
    /// The stream of a partner.
    static func partner(_ partner: PartnerID) -> StreamName { StreamName("partner", partner.text) }
}
