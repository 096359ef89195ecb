import Contracts
import EventSourcing
package import PluginKit
import Scheme

extension RegistryPlugin {
    package var queries: [QueryHandler] {
        [
            QueryHandler(AreasQuery.self) { _, reader in
                AreaList(areas: try reader.all(AreaSummary.self, in: AreaProjection.areas))
            },
            QueryHandler(RunsQuery.self) { query, reader in
                let runs = try reader.all(RunSummary.self, of: query.run, in: RunProjection.runs)
                return RunList(runs: try runs.map { try $0.withReason(from: reader) })
            },
        ]
    }
}

extension RunSummary {
    fileprivate func withReason(from reader: any StoreReader) throws -> RunSummary {
        guard stopped else { return self }
        var summary = self
        summary.reason = try StopReason(of: run, in: reader)?.text
        return summary
    }
}
