import Contracts
import Scheme

/// A certificate was heard of; kept in the registry's own log only.
struct CertificateNoted: StoredForm {
    static let type = "registry.certificate-noted.v1"
    /// The run.
    let run: RunID
    /// The areas under the run.
    let areas: [AreaID]
    /// The certificate.
    let certificate: LocalID
    /// Its stars.
    let stars: Int
}
