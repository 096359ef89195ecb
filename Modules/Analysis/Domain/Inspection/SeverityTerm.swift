/// How long a finding of a severity may stay open.
package struct SeverityTerm: Hashable, Sendable {
    /// The severity, such as rood.
    package let severity: String
    /// The days from the round within which it must be solved when no day was agreed.
    package let days: Int
    /// The days after the due day from which it is brought before the workgroup.
    package let escalatesAfter: Int

    /// Makes the value.
    package init(severity: String, days: Int, escalatesAfter: Int) {
        (self.severity, self.days, self.escalatesAfter) = (severity, days, escalatesAfter)
    }
}
