package import Scheme

/// An activity of a measure.
package struct PlanActivity: Codable, Hashable, Sendable {
    /// The measure.
    package let measure: LocalID
    /// The activity, unique within the measure.
    package let id: LocalID
    /// What is done.
    package let title: String
    /// Who does it.
    package let owner: OrganisationID
    /// The day on which it is to happen.
    package let on: CalendarDate

    /// Makes the value.
    package init(measure: LocalID, id: LocalID, title: String, owner: OrganisationID, on: CalendarDate) {
        self.measure = measure
        self.id = id
        self.title = title
        self.owner = owner
        self.on = on
    }
}
