import Scheme

/// What every decision of one command looks at.
struct CertificationSetting {
    /// The run.
    let run: RunID
    /// The day in the Netherlands.
    let today: CalendarDate
    /// The run's scheme version.
    let scheme: Scheme
    /// What is known.
    let state: CertificationState

    /// Refuses a day that has not come.
    func requirePast(_ day: CalendarDate, _ what: String) throws(CertificationRefusal) {
        guard day <= today else { throw .inFuture(what, on: day, today: today) }
    }

    /// Refuses a day before another.
    func require(_ day: CalendarDate, from earliest: CalendarDate, _ what: String) throws(CertificationRefusal) {
        guard day >= earliest else { throw .tooEarly(what, on: day, earliest: earliest) }
    }

    /// Refuses a deed when the scheme puts this gate at the step and something is lacking.
    func require(
        _ gate: Gate,
        of phase: Phase,
        _ deed: String,
        _ lacking: String?
    ) throws(CertificationRefusal) {
        guard phase.gates.contains(gate), let lacking else { return }
        throw .gateClosed(gate, step: phase.label, deed: deed, lacking: lacking)
    }

    /// Returns the present step when it is one of certification, or refuses and says where the run is.
    func certificationStep(_ deed: String) throws(CertificationRefusal) -> Phase {
        guard !state.isStopped else { throw .stopped(run) }
        let ends: [StepEnd] = [.certificateGranted, .certificateRenewed]
        guard let phase = scheme.phase(state.phase), let end = phase.end, ends.contains(end) else {
            let present = scheme.phase(state.phase)?.label ?? "no step yet"
            let wanted = ends.compactMap { scheme.phase(endingWith: $0)?.label }
            throw .wrongStep(run, at: present, deed: deed, only: wanted)
        }
        return phase
    }

    /// Returns the application that may take this step, or refuses and says where it is.
    func application(for step: ApplicationStatus.Step) throws(CertificationRefusal) -> Application {
        guard let application = state.applications.last else { throw .noApplication(run) }
        guard application.status.allows(step) else {
            throw .applicationStatus(application.id, application.status, deed: step.rawValue)
        }
        return application
    }

    /// Returns the certificate to which this may happen, or refuses and says where it is.
    func certificate(for change: CertificateStatus.Change) throws(CertificationRefusal) -> Certificate {
        guard let certificate = state.certificates.last else { throw .noCertificate(run) }
        guard certificate.status.after(change) != nil else {
            throw .certificateStatus(certificate.terms.certificate, certificate.status, deed: change.rawValue)
        }
        return certificate
    }
}

extension CertificationDecider {
    func setting(
        _ command: CertificationCommand,
        _ state: CertificationState
    ) throws(CertificationRefusal) -> CertificationSetting {
        guard let profile = state.profile else { throw .unknown(command.run) }
        guard let scheme = schemes[profile.scheme] else {
            throw .unknownScheme(profile.scheme, known: schemes.identifiers)
        }
        return CertificationSetting(run: command.run, today: command.today, scheme: scheme, state: state)
    }
}
