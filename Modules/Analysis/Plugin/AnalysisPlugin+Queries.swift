import AnalysisDomain
import CloudEvents
import Contracts
import EventSourcing
package import PluginKit
import Scheme

extension AnalysisPlugin {
    package var queries: [QueryHandler] {
        [
            QueryHandler(MeasurementsQuery.self) { MeasurementList(measurements: try measurements(of: $0.run, $1)) },
            QueryHandler(ReportQuery.self) { try report($0, $1) },
        ] + findingQueries + surveyQueries
    }

    private func measurements(of run: RunID?, _ reader: any StoreReader) throws -> [MeasurementSummary] {
        var found: [MeasurementSummary] = []
        for document in try RunDocument.all(in: reader) where run == nil || document.run == run {
            var own = try reader.documents(in: .measurements, prefix: "\(document.run)/")
                .map { try JSON.decode(MeasurementSummary.self, from: $0.body) }
            if let present = document.present(by: decider.schemes), !own.contains(where: { $0.measurement == present })
            {
                own.append(MeasurementSummary(run: document.run, measurement: present))
            }
            for index in own.indices {
                own[index].needed = own[index].invited.flatMap { invited in
                    decider.schemes[document.scheme]?.answersNeeded(of: invited)
                }
            }
            found += own.sorted { $0.measurement < $1.measurement }
        }
        return found
    }
}
