package import Scheme

/// What is asked about a partner, and on which day.
package struct PartnerCommand: Hashable, Sendable {
    /// What is asked.
    package enum Order: Hashable, Sendable {
        /// Let it in.
        case admit(Admission)
        /// Let it read.
        case grant(Grant)
        /// Take a grant back.
        case withdraw(GrantPattern)
        /// Give it another key, or end the former one of its present key sooner.
        case rotate(to: PartnerKey, overlapDays: Int)
        /// Note that events from before its grants were added to its feed.
        case backfill(GrantPattern, events: Int)
        /// Shut it out.
        case revoke
    }

    /// The partner.
    package let partner: PartnerID
    /// The day in the Netherlands.
    package let today: CalendarDate
    /// What is asked.
    package let order: Order

    /// Makes a command.
    package init(_ order: Order, of partner: PartnerID, today: CalendarDate) {
        (self.order, self.partner, self.today) = (order, partner, today)
    }
}
