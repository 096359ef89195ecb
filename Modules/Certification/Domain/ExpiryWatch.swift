package import Scheme

/// What is needed to tell whether the passing of time asks for something.
package struct ExpiryWatch: Hashable, Sendable {
    /// What the passing of time asks for.
    package enum Due: Hashable, Sendable {
        /// A warning, so many days before the end.
        case warning(days: Int)
        /// The end.
        case expiry
    }

    /// The last day.
    package let validUntil: CalendarDate
    /// The shortest warning that went out so far.
    package let lastWarning: Int?

    /// Watches a certificate.
    package init(validUntil: CalendarDate, lastWarning: Int?) {
        (self.validUntil, self.lastWarning) = (validUntil, lastWarning)
    }

    /// What is due on a day, by how many days before the end the scheme warns.
    ///
    /// After a long stop only the nearest warning is due, and none is due twice.
    package func due(on today: CalendarDate, warningDays: [Int]) -> Due? {
        let left = today.days(until: validUntil)
        guard left >= 0 else { return .expiry }
        guard let nearest = warningDays.filter({ $0 >= left }).min(), nearest < lastWarning ?? .max else { return nil }
        return .warning(days: nearest)
    }
}
