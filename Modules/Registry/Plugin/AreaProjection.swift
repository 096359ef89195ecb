import CloudEvents
import Contracts
import EventSourcing
import PluginKit
import RegistryDomain
import Scheme

/// Folds the areas' events into one summary for each area.
struct AreaProjection: Projection {
    static let areas = DocumentCollection("area", .derived)

    let name = "areas"
    let version = 1
    let collections = [Self.areas]
    private let codec = AreaCodec()

    func apply(_ recorded: RecordedEvent, in transaction: any StoreTransaction) throws {
        guard recorded.stream.category == "area" else { return }
        let event = try codec.decode(type: recorded.event.type, payload: recorded.event.payload)
        let old = try transaction.document(recorded.stream.id, in: Self.areas)
            .map { try JSON.decode(AreaSummary.self, from: $0) }
        guard var summary = old ?? AreaSummary(registration: event) else { return }
        summary.fold(event)
        try transaction.put(try JSON.encode(summary), at: recorded.stream.id, in: Self.areas)
    }
}

extension AreaSummary {
    /// The summary of an area that is registered; `nil` for any other event.
    fileprivate init?(registration event: AreaEvent) {
        guard case .registered(let area) = event else { return nil }
        self.init(
            area: area.area,
            kind: area.kind,
            development: area.development,
            name: area.profile.name,
            municipality: area.municipality.contract,
            regions: area.profile.regions.map(\.contract),
            establishments: area.profile.establishments.count
        )
    }

    fileprivate mutating func fold(_ event: AreaEvent) {
        switch event {
        case .registered: break
        case .changed(_, let profile):
            name = profile.name
            regions = profile.regions.map(\.contract)
            establishments = profile.establishments.count
        case .runGivenOut(_, let given): run = given
        case .runEnded: run = nil
        }
    }
}
