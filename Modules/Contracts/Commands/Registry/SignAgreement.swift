package import Scheme

/// Records the signed declaration of intent and the workgroup that it installs.
package struct SignAgreement: CommandContract {
    package static let name = "registry.sign-agreement"
    /// The run.
    package let run: RunID
    /// The day of signing; not in the future.
    package let on: CalendarDate
    /// Who signed, in which function.
    package let signatories: [Signatory]
    /// How often the workgroup will meet in a year.
    package let meetingsPerYear: Int
    /// The organisation that chairs the workgroup.
    package let chair: OrganisationID
    /// The organisations in the workgroup.
    package let members: [OrganisationID]

    /// Makes the command.
    package init(
        run: RunID,
        on: CalendarDate,
        signatories: [Signatory],
        meetingsPerYear: Int,
        chair: OrganisationID,
        members: [OrganisationID]
    ) {
        self.run = run
        self.on = on
        self.signatories = signatories
        self.meetingsPerYear = meetingsPerYear
        self.chair = chair
        self.members = members
    }
}
