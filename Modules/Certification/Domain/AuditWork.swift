/// What a reviewer did before giving advice.
package struct AuditWork: Hashable, Sendable {
    /// Whether the area was visited.
    package let siteVisit: Bool
    /// Whether the plan and its documents were studied.
    package let documentStudy: Bool
    /// Whether entrepreneurs were interviewed.
    package let interviewsEntrepreneurs: Bool
    /// Whether the public parties were interviewed.
    package let interviewsGovernment: Bool

    /// Describes what was done.
    package init(siteVisit: Bool, documentStudy: Bool, interviewsEntrepreneurs: Bool, interviewsGovernment: Bool) {
        self.siteVisit = siteVisit
        self.documentStudy = documentStudy
        self.interviewsEntrepreneurs = interviewsEntrepreneurs
        self.interviewsGovernment = interviewsGovernment
    }

    /// The parts that were not done, in words.
    var missing: [String] {
        [
            (siteVisit, "the site visit"), (documentStudy, "the document study"),
            (interviewsEntrepreneurs, "the interviews with entrepreneurs"),
            (interviewsGovernment, "the interviews with the government"),
        ]
        .filter { !$0.0 }.map(\.1)
    }
}
