/// Tells how many of those who could answer did so.
///
/// A count over a list, not an estimate, and so without an interval.
package struct ResponseRate: Sendable, Hashable {
    /// The invited less those that moved, closed or were listed twice.
    package let eligible: Int
    /// The responses that count.
    package let responses: Int

    /// The rate from 0 to 1, or nil when nobody was eligible.
    package var rate: Double? {
        eligible > 0 ? Double(responses) / Double(eligible) : nil
    }
}

/// Counts the response to a survey (`response_rate`; AAPOR RR1, or RR2 with partial answers, no unknown eligibility).
///
/// Refuses more responses than there were eligible, the sign of double responses.
package func responseRate(
    invited: Int,
    undeliverable: Int = 0,
    ineligible: Int = 0,
    complete: Int,
    partial: Int = 0,
    countPartials: Bool = false
) throws(StatisticsError) -> ResponseRate {
    _ = try Count.checked(invited, "the number invited")
    _ = try Count.checked(undeliverable, "the number undeliverable")
    _ = try Count.checked(ineligible, "the number ineligible")
    _ = try Count.checked(complete, "the number of complete responses")
    _ = try Count.checked(partial, "the number of partial responses")
    let excluded = undeliverable + ineligible
    guard excluded <= invited else { throw .excludedAboveInvited(excluded: excluded, invited: invited) }
    let eligible = invited - excluded
    guard complete + partial <= eligible else {
        throw .answersAboveEligible(answers: complete + partial, eligible: eligible)
    }
    return ResponseRate(eligible: eligible, responses: countPartials ? complete + partial : complete)
}
