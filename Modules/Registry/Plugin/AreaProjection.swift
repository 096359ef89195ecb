import CloudEvents
import Contracts
import EventSourcing
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
        guard let summary = Self.summary(after: event, from: old) else { return }
        try transaction.put(try JSON.encode(summary), at: recorded.stream.id, in: Self.areas)
    }

    private static func summary(after event: AreaEvent, from old: AreaSummary?) -> AreaSummary? {
        switch event {
        case .registered(let area):
            AreaSummary(
                area: area.area,
                kind: area.kind,
                development: area.development,
                name: area.profile.name,
                municipality: area.municipality.contract,
                regions: area.profile.regions.map(\.contract),
                establishments: area.profile.establishments.count
            )
        case .changed(_, let profile): old?.with(profile)
        case .runGivenOut(_, let run): old?.with(run: run)
        case .runEnded: old?.with(run: nil)
        }
    }
}

extension AreaSummary {
    fileprivate func with(_ profile: AreaProfile) -> AreaSummary {
        AreaSummary(
            area: area,
            kind: kind,
            development: development,
            name: profile.name,
            municipality: municipality,
            regions: profile.regions.map(\.contract),
            establishments: profile.establishments.count,
            run: run
        )
    }

    fileprivate func with(run: RunID?) -> AreaSummary {
        AreaSummary(
            area: area,
            kind: kind,
            development: development,
            name: name,
            municipality: municipality,
            regions: regions,
            establishments: establishments,
            run: run
        )
    }
}
