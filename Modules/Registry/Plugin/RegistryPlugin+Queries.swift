import CloudEvents
import Contracts
import EventSourcing
package import PluginKit
import Scheme

extension RegistryPlugin {
    package var queries: [QueryHandler] {
        [
            QueryHandler(AreasQuery.self) { _, reader in
                AreaList(
                    areas: try reader.documents(in: AreaProjection.areas, prefix: "")
                        .map { try JSON.decode(AreaSummary.self, from: $0.body) }
                )
            },
            QueryHandler(RunsQuery.self) { query, reader in
                let runs = try reader.documents(in: RunProjection.runs, prefix: query.run?.text ?? "")
                    .map { try JSON.decode(RunSummary.self, from: $0.body) }
                    // A run's identifier may begin with another's: t1 and t10.
                    .filter { query.run == nil || $0.run == query.run }
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
