/// Holds how many could answer and what part of them did.
package struct ResponseRate: Sendable, Hashable {
    /// The invited who could be reached and belong to the list.
    package let eligible: Int
    /// The part of them that answered; nil when nobody was eligible.
    ///
    /// A count over a list and no estimate, so without an interval.
    package let rate: Double?
}

/// Returns the response to a survey (`response_rate`; AAPOR RR1 and RR2 without unknown eligibility).
///
/// eligible = invited − undeliverable − ineligible; rate = (complete + partial, if those count) / eligible. More
/// answers than eligible are refused.
package func responseRate(
    invited: Int,
    undeliverable: Int,
    ineligible: Int,
    complete: Int,
    partial: Int,
    countPartials: Bool
) throws(StatisticsError) -> ResponseRate {
    let all = try Count.checked(invited, "the number of invited")
    let unreached = try Count.checked(undeliverable, "the number of undeliverable invitations")
    let outside = try Count.checked(ineligible, "the number of ineligible")
    let full = try Count.checked(complete, "the number of complete answers")
    let part = try Count.checked(partial, "the number of partial answers")
    try Check.part(unreached + outside, "those out of reach or not eligible", of: all, "the number of invited")
    let eligible = all - unreached - outside
    let answered = full + (countPartials ? part : 0)
    try Check.part(answered, "the number of answers", of: eligible, "the number of eligible")
    return ResponseRate(eligible: Int(eligible), rate: eligible > 0 ? answered / eligible : nil)
}
