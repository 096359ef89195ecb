/// How far a measure is; the values are the Dutch words that people use.
package enum MeasureStatus: String, Codable, Hashable, Sendable, CaseIterable {
    /// In a plan that is not adopted yet.
    case proposed = "voorgesteld"
    /// Adopted, with an owner and a deadline.
    case assigned = "toegewezen"
    /// Being carried out.
    case started = "gestart"
    /// Carried out.
    case done = "gereed"
    /// Taken out of the plan.
    case dropped = "vervallen"
}
