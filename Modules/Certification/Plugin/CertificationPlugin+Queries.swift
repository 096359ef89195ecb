import Contracts
import EventSourcing
package import PluginKit
import Scheme

extension CertificationPlugin {
    package var queries: [QueryHandler] {
        [
            QueryHandler(CertificatesQuery.self) { query, reader in
                let records = try reader.all(
                    CertificationRecord.self,
                    of: query.run,
                    in: CertificationProjection.records
                )
                return CertificateList(
                    certificates: try records.flatMap(\.certificates).map { try $0.withReason(from: reader) },
                    applications: try records.flatMap(\.applications).map { try $0.withReason(from: reader) }
                )
            }
        ]
    }
}

extension CertificateSummary {
    fileprivate func withReason(from reader: any StoreReader) throws -> CertificateSummary {
        var summary = self
        summary.reason = try Reason(of: certificate, being: status, in: reader)?.text
        return summary
    }
}

extension ApplicationSummary {
    fileprivate func withReason(from reader: any StoreReader) throws -> ApplicationSummary {
        var summary = self
        summary.reason = try Reason(of: application, being: status, in: reader)?.text
        return summary
    }
}
