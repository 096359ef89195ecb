import Contracts
import Scheme
import ZeroMQ

/// Where a partner's door is to be and whom it lets in, on one day.
struct DoorPlan: Hashable {
    let partner: PartnerID
    let livePort: Int
    let feedPort: Int
    let keys: Set<CurvePublicKey>

    /// Reads the plan of a partner; `nil` when nobody may come in.
    init?(_ summary: PartnerSummary, on today: CalendarDate) {
        let valid = summary.keys.filter { key in key.until.map { today <= $0 } ?? true }
        keys = Set(valid.compactMap { CurvePublicKey($0.key.text) })
        guard !summary.isRevoked, !keys.isEmpty else { return nil }
        partner = summary.partner
        livePort = summary.livePort
        feedPort = summary.feedPort
    }

    /// The ZAP domain of live events.
    var liveDomain: String { "live/\(partner)" }
    /// The ZAP domain of the feed.
    var feedDomain: String { "feed/\(partner)" }

    /// Whether a door that was opened by an earlier plan may stay open: a key that no longer counts must not keep a
    /// connection that it has made.
    func keepsOpen(_ earlier: DoorPlan) -> Bool {
        livePort == earlier.livePort && feedPort == earlier.feedPort && keys.isSuperset(of: earlier.keys)
    }
}
