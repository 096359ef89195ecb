import CertificationDomain
import Contracts
import Scheme

extension CertificateTerms {
    /// Reads the terms of a first certificate.
    init(_ form: CertificateGranted) {
        self.init(
            certificate: form.certificate,
            title: form.name,
            stars: form.stars,
            validFrom: form.validFrom,
            validUntil: form.validUntil,
            decidedOn: form.on
        )
    }

    /// Reads the terms of a further certificate.
    init(_ form: CertificateRenewed) {
        self.init(
            certificate: form.certificate,
            title: form.name,
            stars: form.stars,
            validFrom: form.validFrom,
            validUntil: form.validUntil,
            decidedOn: form.on
        )
    }
}

extension CertificateGranted {
    init(_ terms: CertificateTerms, _ run: RunID, _ areas: [AreaID]) {
        self.init(
            run: run,
            areas: areas,
            certificate: terms.certificate,
            name: terms.title,
            stars: terms.stars,
            validFrom: terms.validFrom,
            validUntil: terms.validUntil,
            on: terms.decidedOn
        )
    }
}

extension CertificateRenewed {
    init(_ terms: CertificateTerms, replaces old: LocalID, _ run: RunID, _ areas: [AreaID]) {
        self.init(
            run: run,
            areas: areas,
            certificate: terms.certificate,
            replaces: old,
            name: terms.title,
            stars: terms.stars,
            validFrom: terms.validFrom,
            validUntil: terms.validUntil,
            on: terms.decidedOn
        )
    }
}
