import CertificationDomain
import CloudEvents
import Contracts
import EventSourcing
package import PluginKit
import Scheme

extension CertificationPlugin {
    /// Warns of what is about to end and marks what has ended.
    ///
    /// Looks at the summaries first, so that a call on a day on which nothing is due costs one read and no write.
    package func fallDue(_ work: PluginWork) throws {
        for document in try work.transaction.documents(in: CertificationProjection.records, prefix: "") {
            let record = try JSON.decode(CertificationRecord.self, from: document.body)
            guard let watch = record.watch else { continue }
            let warningDays = record.scheme.flatMap { schemes[$0]?.expiryWarningDays } ?? []
            if watch.due(on: work.today, warningDays: warningDays) != nil {
                try execute(.passTime, of: record.run, work)
            }
        }
    }
}
