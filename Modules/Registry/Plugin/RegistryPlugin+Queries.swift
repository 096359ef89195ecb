import CloudEvents
import Contracts
package import PluginKit

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
                let documents =
                    if let run = query.run {
                        try reader.document(run.text, in: RunProjection.runs).map { [$0] } ?? []
                    } else {
                        try reader.documents(in: RunProjection.runs, prefix: "").map(\.body)
                    }
                return RunList(runs: try documents.map { try JSON.decode(RunSummary.self, from: $0) })
            },
        ]
    }
}
