import Scheme

extension CertificationRefusal {
    package var description: String {
        switch self {
        case .unknown(let run): "there is no run \(run) that certification has heard of; start one first."
        case .stopped(let run): "run \(run) has been stopped; start a new run of the area."
        case .unknownScheme(let scheme, let known):
            "this service does not know scheme \(scheme); install its scheme file beside "
                + known.map(\.text).joined(separator: ", ") + "."
        case .wrongStep(let run, let present, let deed, let only):
            "run \(run) is at \(present); \(deed) at "
                + (only.isEmpty ? "a step that its scheme does not have" : only.joined(separator: " or ")) + "."
        case .gateClosed(let gate, let step, let deed, let lacking):
            "\(deed) at \(step): gate \(gate.rawValue) is closed, \(lacking)."
        case .inFuture(let what, let day, let today):
            "\(what) on a day that has come: \(day) lies after today, \(today)."
        case .tooEarly(let what, let day, let earliest):
            "\(what): \(day) lies before \(earliest); give that day or a later one."
        case .unfitText(let what): "\(what) must be a text of 1 to 2000 characters."
        case .noParty(let organisation, let run):
            "\(organisation) is not a party in run \(run) and cannot request its audit; let a party request it."
        case .noPlan(let run): "run \(run) has no plan van aanpak to review; adopt one first."
        case .openApplication(let id, let status):
            "application \(id) is \(status.rawValue); let it be decided before another is requested."
        case .alreadyCertified(let run, let round, let certificate):
            "round \(round) of run \(run) has its certificate, \(certificate); the next audit follows in the next round."
        case .noApplication(let run): "run \(run) has no application; request an audit first."
        case .applicationStatus(let id, let status, let deed):
            "application \(id) is \(status.rawValue) and cannot \(deed); "
                + (status.isOpen ? "do the steps in their order." : "request a new audit.")
        case .unknownClass(let kind, let known):
            "\u{201c}\(kind)\u{201d} is no class of tekortkomingen in this scheme; take "
                + known.joined(separator: " or ") + "."
        case .nonconformityTwice(let id, let application):
            "tekortkoming \(id) of \(application) is recorded already; give the new one another code."
        case .noNonconformity(let id, let application):
            "there is no tekortkoming \(id) in \(application); record it first."
        case .noCertificate(let run): "run \(run) has no certificate; decide on an application first."
        case .certificateStatus(let number, let status, let deed):
            "certificate \(number) is \(status.rawValue) and cannot \(deed); "
                + (status.isRunning ? "nothing was changed." : "only a new audit brings a valid certificate.")
        case .suspended(let number):
            "certificate \(number) is \(CertificateStatus.suspended.rawValue) and no further one can be granted beside "
                + "it; lift the suspension or withdraw the certificate first."
        case .noMoreNumbers(let run): "run \(run) has used all its numbers; start a new run of the area."
        }
    }
}
