/// Holds where prevented events went, without any uncertainty: for illustration only.
package struct DisplacementQuotient: Sendable, Hashable {
    /// How the area changed as a ratio to the control; negative is a success, nil is without control events.
    package let success: Double?
    /// The same of its surrounding.
    package let buffer: Double?
    /// Buffer over success; nil when there was no success.
    ///
    /// Above 1 more benefit spread than the effect itself, 0 to 1 benefit spread, −1 to 0 displacement, and below −1
    /// displacement that eats the effect.
    package let quotient: Double?
    /// The fall of the area's count.
    package let gross: Double
    /// Less the control's.
    package let net: Double?
    /// The events prevented in the area and its surrounding together.
    package let totalNetEffect: Double?
}

/// Weighs displacement against success (`wdq`; Bowers & Johnson 2003, Guerette 2009).
///
/// success = Ra/Ca − Rb/Cb, buffer = Da/Ca − Db/Cb, quotient = buffer/success if success < 0; gross = Rb−Ra, net = Rb/Cb −
/// Ra/Ca, total net effect = (Rb·Ca/Cb − Ra) + (Db·Ca/Cb − Da). With a control count of 0 all but gross is nil.
package func wdq(
    area r: BeforeAfter,
    buffer d: BeforeAfter,
    control c: BeforeAfter
) throws(StatisticsError) -> DisplacementQuotient {
    try r.checked("the area's count")
    try d.checked("the surrounding's count")
    try c.checked("the control's count")
    let gross = r.before - r.after
    guard c.before > 0, c.after > 0 else {
        return DisplacementQuotient(
            success: nil,
            buffer: nil,
            quotient: nil,
            gross: gross,
            net: nil,
            totalNetEffect: nil
        )
    }
    let success = r.after / c.after - r.before / c.before
    let buffer = d.after / c.after - d.before / c.before
    let growth = c.after / c.before
    return DisplacementQuotient(
        success: success,
        buffer: buffer,
        quotient: success < 0 ? buffer / success : nil,
        gross: gross,
        net: r.before / c.before - r.after / c.after,
        totalNetEffect: (r.before * growth - r.after) + (d.before * growth - d.after)
    )
}
