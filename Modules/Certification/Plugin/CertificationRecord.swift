import CertificationDomain
import Contracts
import Scheme

/// What is kept for reading about one run.
struct CertificationRecord: Codable, Equatable {
    /// The run.
    let run: RunID
    /// The area's name, empty until the run's start was heard of.
    private(set) var name = ""
    /// The run's scheme version.
    private(set) var scheme: SchemeID?
    /// The certificates, oldest first.
    private(set) var certificates: [CertificateSummary] = []
    /// The applications, oldest first.
    private(set) var applications: [ApplicationSummary] = []
    /// The shortest warning that went out about the newest certificate.
    private(set) var lastWarning: Int?

    init(run: RunID) { self.run = run }

    /// What the clock must look at, or `nil` when no certificate is running.
    var watch: ExpiryWatch? {
        guard let last = certificates.last, CertificateStatus(rawValue: last.status)?.isRunning == true else {
            return nil
        }
        return ExpiryWatch(validUntil: last.validUntil, lastWarning: lastWarning)
    }

    /// Folds an event; `false` when it changes nothing that is kept here.
    mutating func fold(_ event: CertificationEvent) -> Bool {
        switch event.fact {
        case .heard(.runStarted(let profile)): (name, scheme) = (profile.name, profile.scheme)
        case .heard, .nonconformityFound, .nonconformityResolved: return false
        case .auditRequested(let application, _, let day):
            applications.append(
                ApplicationSummary(
                    run: run,
                    application: application,
                    status: ApplicationStatus.requested.rawValue,
                    on: day
                )
            )
        case .auditPlanned(_, let reviewer, _):
            setApplication(.planned)
            if let last = applications.indices.last { applications[last].reviewer = reviewer }
        case .auditCompleted: setApplication(.completed)
        case .refused: setApplication(.refused)
        case .granted(let terms): add(terms, over: event.areas)
        case .renewed(let terms, _):
            change(.replace)
            add(terms, over: event.areas)
        case .expiring(_, _, let days): lastWarning = days
        case .expired: change(.expire)
        case .suspended: change(.suspend)
        case .suspensionLifted: change(.lift)
        case .withdrawn: change(.withdraw)
        }
        return true
    }

    private mutating func setApplication(_ status: ApplicationStatus) {
        if let last = applications.indices.last { applications[last].status = status.rawValue }
    }

    private mutating func change(_ change: CertificateStatus.Change) {
        guard let last = certificates.indices.last,
            let status = CertificateStatus(rawValue: certificates[last].status)?.after(change)
        else { return }
        certificates[last].status = status.rawValue
    }

    private mutating func add(_ terms: CertificateTerms, over areas: [AreaID]) {
        setApplication(.granted)
        lastWarning = nil
        certificates.append(
            CertificateSummary(
                run: run,
                areas: areas,
                name: name,
                certificate: terms.certificate,
                title: terms.title,
                stars: terms.stars,
                validFrom: terms.validFrom,
                validUntil: terms.validUntil,
                status: CertificateStatus.granted.rawValue,
                decidedOn: terms.decidedOn
            )
        )
    }
}
