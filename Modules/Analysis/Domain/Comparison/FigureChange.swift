/// How a figure changed between two measurements, by one method.
///
/// It says nothing of single establishments: no table of answers, and numbers of them from 10 on only.
package struct FigureChange: Hashable, Sendable {
    /// The least number of establishments, linked or not, of which a change of a share may be told.
    ///
    /// With fewer a share is no percentage, and the limits would tell what single firms answered; an assumption of ours.
    package static let smallestBase = 10

    /// How it was estimated.
    package let method: ChangeMethod
    /// The change; `nil` where the method leaves it undefined.
    package var estimate: Double?
    /// The lower limit of the 95 % interval; `nil` when it is unbounded.
    package var lower: Double?
    /// The upper limit of the 95 % interval; `nil` when it is unbounded.
    package var upper: Double?
    /// The two-sided p-value of no change.
    package var pValue: Double?
    /// That p-value after Holm in its family.
    package var holm: Double?
    /// That p-value after Benjamini-Hochberg in its family.
    package var benjaminiHochberg: Double?
    /// The number of establishments that answered in both measurements.
    package var pairs: Int?
    /// The number that answered in the earlier measurement only, for the change among such establishments.
    package var onlyBefore: Int?
    /// The number that answered in the later measurement only, for the change among such establishments.
    package var onlyAfter: Int?
    /// The dispersion by which the variance was multiplied, 1 or more; `nil` where it was not estimated.
    package var dispersion: Double?
    /// Whether half an event was added to each of four counts; `nil` for a method that never does.
    package var isCorrected: Bool?

    /// Makes a change of which nothing is known yet.
    package init(_ method: ChangeMethod) { self.method = method }
}
