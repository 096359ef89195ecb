/// Certificates and applications, per run from old to new.
package struct CertificateList: Codable, Hashable, Sendable {
    /// The certificates, also those that were replaced.
    package let certificates: [CertificateSummary]
    /// The applications, also those that were decided.
    package let applications: [ApplicationSummary]

    /// Makes the value.
    package init(certificates: [CertificateSummary], applications: [ApplicationSummary]) {
        self.certificates = certificates
        self.applications = applications
    }
}
