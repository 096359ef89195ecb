package import Scheme

/// Asks for the certificates and applications of one run or of all.
package struct CertificatesQuery: QueryContract {
    package typealias Answer = CertificateList
    package static let name = "certification.certificates"
    /// The run, or `nil` for all.
    package let run: RunID?

    /// Makes the query.
    package init(run: RunID? = nil) {
        self.run = run
    }
}
