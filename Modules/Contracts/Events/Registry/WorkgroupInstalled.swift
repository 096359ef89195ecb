package import Scheme

/// The workgroup has been installed.
package struct WorkgroupInstalled: RunEventContract {
    package static let name = "werkgroep-ingesteld"
    package static let dataClass = DataClass.partnership
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The organisation that chairs it.
    package let chair: OrganisationID
    /// The organisations in it.
    package let members: [OrganisationID]
    /// The day.
    package let on: CalendarDate

    /// Makes the payload.
    package init(run: RunID, areas: [AreaID], chair: OrganisationID, members: [OrganisationID], on: CalendarDate) {
        self.run = run
        self.areas = areas
        self.chair = chair
        self.members = members
        self.on = on
    }

    package var subject: String { "traject/\(run)" }
}
