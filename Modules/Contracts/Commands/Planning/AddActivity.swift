package import Scheme

/// Adds an activity to a measure; replaces one with the same identifier.
package struct AddActivity: CommandContract {
    package static let name = "planning.add-activity"
    /// The run.
    package let run: RunID
    /// The measure.
    package let measure: LocalID
    /// The activity, unique within the measure.
    package let activity: LocalID
    /// What is done, in one line of 1 to 200 characters without control characters.
    package let title: String
    /// Who does it.
    package let owner: OrganisationID
    /// The day on which it is to happen.
    package let on: CalendarDate

    /// Makes the command.
    package init(
        run: RunID,
        measure: LocalID,
        activity: LocalID,
        title: String,
        owner: OrganisationID,
        on: CalendarDate
    ) {
        self.run = run
        self.measure = measure
        self.activity = activity
        self.title = title
        self.owner = owner
        self.on = on
    }
}
