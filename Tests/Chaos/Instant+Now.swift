import EventSourcing
import Foundation

extension Instant {
    /// What the host's clock shows, which the services use as well.
    static var now: Instant { Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)) }
}
