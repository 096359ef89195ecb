import AnalysisDomain
import Contracts
import EventSourcing
import Scheme

/// Reads an identifier of a stored form.
func stored<ID: Identifier>(_ text: String, as type: ID.Type = ID.self) throws(EventStoreError) -> ID {
    guard let id = ID(text) else { throw .damaged("\u{201c}\(text)\u{201d} is not \(ID.rule)") }
    return id
}

extension CensusRegion {
    init(_ region: Region) { self.init(code: region.code, name: region.name) }

    var contract: Region { Region(code: code, name: name) }
}

extension RegisteredCount {
    init(_ stored: PoliceCounted.Count) { self = stored.number.map { .published($0) } ?? .withheld }

    var stored: PoliceCounted.Count { PoliceCounted.Count(number: number) }
}

extension CrimeCount {
    init(stored entry: PoliceCounted.Entry) throws(EventStoreError) {
        self.init(
            crime: try stored(entry.crime),
            area: RegisteredCount(entry.area),
            municipality: entry.municipality.map(RegisteredCount.init),
            months: (entry.months ?? []).map { month in
                CrimeMonth(
                    month: month.month,
                    area: RegisteredCount(month.area),
                    municipality: month.municipality.map(RegisteredCount.init)
                )
            },
            comparable: entry.comparable ?? []
        )
    }

    var entry: PoliceCounted.Entry {
        PoliceCounted.Entry(
            crime: crime.text,
            area: area.stored,
            municipality: municipality?.stored,
            months: months.isEmpty
                ? nil
                : months.map { month in
                    PoliceCounted.Month(
                        month: month.month,
                        area: month.area.stored,
                        municipality: month.municipality?.stored
                    )
                },
            comparable: comparable.isEmpty ? nil : comparable
        )
    }
}

extension AreaFacts {
    init(_ stored: AreaHeard.Facts) {
        self.init(establishments: stored.establishments, regions: stored.regions.map(CensusRegion.init))
    }

    var stored: AreaHeard.Facts {
        AreaHeard.Facts(establishments: establishments, regions: regions.map(\.contract))
    }
}
