import AnalysisDomain
import CloudEvents
import Contracts
import EventSourcing
import Scheme

/// The newest facts of an area, with which the difference that a change makes is told.
struct AreaDocument: Codable {
    let establishments: Int
    let regions: [Region]

    var facts: AreaFacts { AreaFacts(establishments: establishments, regions: regions.map(CensusRegion.init)) }

    /// Puts the document in the place of the one before, which it returns.
    func replace(of area: AreaID, in transaction: any StoreTransaction) throws -> AreaDocument? {
        let before = try transaction.document(area.text, in: .areas).map { try JSON.decode(Self.self, from: $0) }
        try transaction.put(try JSON.encode(self), at: area.text, in: .areas)
        return before
    }
}
