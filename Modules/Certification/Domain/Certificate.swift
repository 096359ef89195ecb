package import Scheme

/// A certificate as it stands after its events.
package struct Certificate: Hashable, Sendable {
    /// What stands on it.
    package let terms: CertificateTerms
    /// Where it is.
    package internal(set) var status = CertificateStatus.granted
    /// The day of the last change of its status.
    package internal(set) var changedOn: CalendarDate
    /// The shortest warning of its end that went out.
    package internal(set) var lastWarning: Int?

    init(_ terms: CertificateTerms) {
        self.terms = terms
        changedOn = terms.decidedOn
    }

    /// What the passing of time asks for, or `nil` when it no longer runs.
    var watch: ExpiryWatch? {
        status.isRunning ? ExpiryWatch(validUntil: terms.validUntil, lastWarning: lastWarning) : nil
    }
}
