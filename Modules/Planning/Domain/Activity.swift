package import Scheme

/// One thing to be done for a measure, on a day.
package struct Activity: Hashable, Sendable {
    /// The measure.
    package let measure: LocalID
    /// The activity, unique within the measure.
    package let id: LocalID
    /// What is done, in one line.
    package let title: String
    /// Who does it.
    package let owner: OrganisationID
    /// The day on which it is to happen.
    package let on: CalendarDate

    /// Makes an activity.
    package init(measure: LocalID, id: LocalID, title: String, owner: OrganisationID, on: CalendarDate) {
        self.measure = measure
        self.id = id
        self.title = title
        self.owner = owner
        self.on = on
    }
}
