import Contracts
import EventSourcing
import PluginKit

/// The stored form of observations.
struct ObservationCodec: ContractCodec {
    typealias Event = Observation

    func storedForm(of event: Observation) -> any StoredForm { ObservationNoted(event) }

    let readings: [String: StoredReading<Observation>] = [
        StoredReading(ObservationNoted.self) { $0.observation }
    ].byType()
}
