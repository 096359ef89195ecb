import CloudEvents
import Contracts
import EventSourcing
package import PluginKit
import Scheme

extension CertificationPlugin {
    package var queries: [QueryHandler] {
        [
            QueryHandler(CertificatesQuery.self) { query, reader in
                let records = try reader.documents(
                    in: CertificationProjection.records,
                    prefix: query.run?.text ?? ""
                )
                .map { try JSON.decode(CertificationRecord.self, from: $0.body) }
                // A run's identifier may begin with another's: t1 and t10.
                .filter { query.run == nil || $0.run == query.run }
                return CertificateList(
                    certificates: records.flatMap(\.certificates),
                    applications: records.flatMap(\.applications)
                )
            }
        ]
    }
}
