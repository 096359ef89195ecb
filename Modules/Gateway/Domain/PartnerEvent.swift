package import Scheme

/// What has happened to a partner.
package enum PartnerEvent: Hashable, Sendable {
    /// It was admitted, for the first time or again.
    case admitted(PartnerID, Admission)
    /// Its grants are these from now on.
    case grantsChanged(PartnerID, [Grant], on: CalendarDate)
    /// It has another key; the former ones end on a day, or at once.
    case keyRenewed(PartnerID, PartnerKey, formerUntil: CalendarDate?, on: CalendarDate)
    /// Events from before its grants were added to its feed.
    case backfilled(PartnerID, GrantPattern, events: Int, on: CalendarDate)
    /// It was shut out.
    case revoked(PartnerID, on: CalendarDate)
}
