package import Scheme

/// A signed declaration of intent (intentieverklaring).
package struct Agreement: Hashable, Sendable {
    /// An organisation that signed, in a function; never a person's name.
    package struct Signature: Hashable, Sendable {
        /// The organisation.
        package let organisation: OrganisationID
        /// The function, for instance `wethouder`.
        package let function: String

        /// Makes a signature.
        package init(organisation: OrganisationID, function: String) {
            (self.organisation, self.function) = (organisation, function)
        }
    }

    /// The day of signing.
    package let on: CalendarDate
    /// Who signed.
    package let signatures: [Signature]
    /// How often the workgroup meets in a year.
    package let meetingsPerYear: Int

    /// Makes an agreement.
    package init(on: CalendarDate, signatures: [Signature], meetingsPerYear: Int) {
        (self.on, self.signatures, self.meetingsPerYear) = (on, signatures, meetingsPerYear)
    }
}
