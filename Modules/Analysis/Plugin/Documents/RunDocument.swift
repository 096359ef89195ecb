import AnalysisDomain
import CloudEvents
import Contracts
import EventSourcing
import PluginKit
import Scheme

/// What the queries need to know of a run.
struct RunDocument: Codable {
    let run: RunID
    let areas: [AreaID]
    let scheme: SchemeID
    var step = 1
    var round = 1
    var announced: Int?
    var isStopped = false

    init(_ run: AnalysedRun) { (self.run, areas, scheme) = (run.run, run.areas, run.scheme) }

    mutating func fold(_ news: RegistryNews) {
        switch news {
        case .phase(let step, let round): (self.step, self.round) = (step, round)
        case .evaluation(let measurement): announced = measurement
        case .stopped: isStopped = true
        case .run, .area, .joined, .left: break
        }
    }

    /// The number of the measurement that the run is at, or `nil` when it is at another step.
    func present(by schemes: SchemeCatalogue) -> Int? {
        guard !isStopped, let phase = schemes[scheme]?.phase(step) else { return nil }
        return MeasuringStep(rawValue: phase.endsWith)?.measurement(announced: announced, round: round)
    }

    static func all(in reader: any StoreReader) throws -> [RunDocument] {
        try reader.all(RunDocument.self, in: .runs)
    }
}
