package import Scheme

/// All that is known of a run's reviews and certificates.
package struct CertificationState: Hashable, Sendable {
    /// The areas under the run.
    package internal(set) var areas: [AreaID] = []
    /// What is known from the run's start; `nil` until it was heard of.
    package internal(set) var profile: RunProfile?
    /// The number of the run's step, 0 until it was heard of.
    package internal(set) var phase = 0
    /// The number of the run's round.
    package internal(set) var round = 1
    /// Who takes part.
    package internal(set) var parties: Set<OrganisationID> = []
    /// Who takes part or took part at any time since the run started.
    package internal(set) var partiesEver: Set<OrganisationID> = []
    /// Whether the run has been given up.
    package internal(set) var isStopped = false
    /// The newest established analysis.
    package internal(set) var measurement: Measurement?
    /// The newest version of the plan.
    package internal(set) var planVersion: Int?
    /// The applications, oldest first.
    package internal(set) var applications: [Application] = []
    /// The certificates, oldest first; only the last one can be running.
    package internal(set) var certificates: [Certificate] = []

    /// Changes the newest application.
    mutating func changeApplication(_ change: (inout Application) -> Void) {
        guard let last = applications.indices.last else { return }
        change(&applications[last])
    }

    /// Changes the newest certificate.
    mutating func changeCertificate(_ change: CertificateStatus.Change, on day: CalendarDate) {
        guard let last = certificates.indices.last, let status = certificates[last].status.after(change) else { return }
        certificates[last].status = status
        certificates[last].changedOn = day
    }
}
