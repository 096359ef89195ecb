import ArgumentParser
import Contracts
import Scheme

extension CertificateCommand {
    /// Lists the certificates.
    struct CertificateListing: QueryCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the certificates.")

        @Argument(help: "The run; all runs when none is named.")
        var run: RunID?
        @OptionGroup var connection: ConnectionOptions

        func makeQuery() -> CertificatesQuery { CertificatesQuery(run: run) }

        func lines(of answer: CertificateList) -> [String] {
            guard !answer.certificates.isEmpty else { return ["no certificates yet"] }
            var table = TextTable(header: ["certificate", "area", "title", "stars", "from", "until", "status"])
            for certificate in answer.certificates {
                table.append([
                    certificate.certificate.text, certificate.name, certificate.title,
                    String(repeating: "★", count: certificate.stars), certificate.validFrom.description,
                    certificate.validUntil.description, certificate.status,
                ])
            }
            return table.lines
        }
    }
}
