import EventSourcing
package import Scheme

/// Why something may not happen to an area.
package enum AreaRefusal: DomainRefusal {
    /// No area has this identifier.
    case unknown(AreaID)
    /// The identifier is in use.
    case taken(AreaID, name: String)
    /// The identifier is of another municipality.
    case foreignArea(AreaID, MunicipalityCode)
    /// A region lies elsewhere.
    case foreignRegion(RegionCode, MunicipalityCode)
    /// A region is named twice.
    case repeatedRegion(RegionCode)
    /// No region is named.
    case noRegions
    /// A name is blank, too long or has characters that break or hide it.
    case unfitName(String)
    /// The year of the CBS division cannot be right.
    case unlikelyYear(Int, ClosedRange<Int>)
    /// The list of establishments is empty.
    case noEstablishments
    /// The area has a run already.
    case runUnderWay(RunID)
    /// All numbers have been given out.
    case noMoreRuns(AreaID)

    package var gate: String? { nil }

    package var description: String {
        switch self {
        case .unknown(let area): "there is no area \(area); register it first."
        case .taken(let area, let name):
            "\(area) is registered already, as \(name); change it, or give the new area another number."
        case .foreignArea(let area, let code):
            "\(area) is no identifier of \(code); let it begin with \(code.topicSegment)-."
        case .foreignRegion(let region, let code):
            "region \(region) does not lie in \(code); name only districts and neighbourhoods of that municipality."
        case .repeatedRegion(let region): "region \(region) is named twice; name it once."
        case .noRegions: "the area covers no region; name at least one CBS district or neighbourhood."
        case .unfitName(let what):
            "the name of the \(what) must be one line of 1 to 200 characters (at most 400 bytes in UTF-8) that can "
                + "be read, without control or invisible characters; shorten or complete it."
        case .unlikelyYear(let year, let years):
            "\(year) is no year of a CBS division; give one from \(years.lowerBound) to \(years.upperBound)."
        case .noEstablishments: "the list has no establishments; deliver at least one."
        case .runUnderWay(let run): "run \(run) is under way; stop it before the area starts another."
        case .noMoreRuns(let area): "\(area) has had 9999 runs; register the area anew under another number."
        }
    }
}
