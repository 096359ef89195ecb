package import Scheme

/// The parties have declared that they will work together.
package struct AgreementSigned: RunEventContract {
    package static let name = "intentieverklaring-ondertekend"
    package static let dataClass = DataClass.partnership
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The day of signing.
    package let on: CalendarDate
    /// Who signed, in which function.
    package let signatories: [Signatory]
    /// How often the workgroup meets in a year.
    package let meetingsPerYear: Int

    /// Makes the payload.
    package init(run: RunID, areas: [AreaID], on: CalendarDate, signatories: [Signatory], meetingsPerYear: Int) {
        self.run = run
        self.areas = areas
        self.on = on
        self.signatories = signatories
        self.meetingsPerYear = meetingsPerYear
    }

    package var subject: String { "traject/\(run)" }
}
