package import Scheme

/// Completes the review with its advice.
package struct CompleteAudit: CommandContract {
    package static let name = "certification.complete-audit"
    /// The run.
    package let run: RunID
    /// The day on which it happened; not in the future.
    package let on: CalendarDate
    /// Whether the area was visited.
    package let siteVisit: Bool
    /// Whether the plan and its documents were studied.
    package let documentStudy: Bool
    /// Whether entrepreneurs were interviewed.
    package let interviewsEntrepreneurs: Bool
    /// Whether municipality, police or fire brigade were interviewed.
    package let interviewsGovernment: Bool
    /// Whether the reviewer advises to grant.
    package let positive: Bool

    /// Makes the command.
    package init(
        run: RunID,
        on: CalendarDate,
        siteVisit: Bool,
        documentStudy: Bool,
        interviewsEntrepreneurs: Bool,
        interviewsGovernment: Bool,
        positive: Bool
    ) {
        self.run = run
        self.on = on
        self.siteVisit = siteVisit
        self.documentStudy = documentStudy
        self.interviewsEntrepreneurs = interviewsEntrepreneurs
        self.interviewsGovernment = interviewsGovernment
        self.positive = positive
    }
}
