import EventSourcing
import Scheme

/// Decides about one area: what it is, and which of its runs is under way.
package struct AreaDecider: Decider {
    /// The area, or `nil` before it is registered.
    package typealias State = Area?

    /// Makes the decider.
    package init() {}

    package var initial: Area? { nil }

    package func decide(_ command: AreaCommand, _ state: Area?) throws(AreaRefusal) -> [AreaEvent] {
        if case .register(let registration) = command.order {
            if let area = state { throw .taken(command.area, name: area.profile.name) }
            try check(registration, today: command.today)
            return [.registered(registration)]
        }
        guard let area = state else { throw .unknown(command.area) }
        switch command.order {
        case .register: return []
        case .change(let amendment):
            let profile = amendment.applied(to: area.profile)
            guard profile != area.profile else { return [] }
            try check(profile, in: area.registration.municipality.code, today: command.today)
            return [.changed(command.area, profile)]
        case .giveOutRun:
            if let run = area.run { throw .runUnderWay(run) }
            guard let run = RunID(area: command.area, number: area.runsGivenOut + 1) else {
                throw .noMoreRuns(command.area)
            }
            return [.runGivenOut(command.area, run)]
        case .endRun(let run): return area.run == run ? [.runEnded(command.area, run)] : []
        }
    }

    package func evolve(_ state: inout Area?, _ event: AreaEvent) {
        switch event {
        case .registered(let registration):
            state = Area(registration: registration, profile: registration.profile)
        case .changed(_, let profile): state?.profile = profile
        case .runGivenOut(_, let run):
            state?.runsGivenOut += 1
            state?.run = run
        case .runEnded: state?.run = nil
        }
    }

    private func check(_ registration: AreaRegistration, today: CalendarDate) throws(AreaRefusal) {
        let code = registration.municipality.code
        guard registration.area.municipalitySegment == code.topicSegment else {
            throw .foreignArea(registration.area, code)
        }
        guard registration.municipality.name.isFitForALine else { throw .unfitName("municipality") }
        try check(registration.profile, in: code, today: today)
    }

    private func check(
        _ profile: AreaProfile,
        in municipality: MunicipalityCode,
        today: CalendarDate
    ) throws(AreaRefusal) {
        guard profile.name.isFitForALine else { throw .unfitName("area") }
        guard !profile.regions.isEmpty else { throw .noRegions }
        var seen: Set<RegionCode> = []
        for region in profile.regions {
            guard region.code.municipality == municipality else { throw .foreignRegion(region.code, municipality) }
            guard seen.insert(region.code).inserted else { throw .repeatedRegion(region.code) }
            guard region.name.isFitForALine else { throw .unfitName("region \(region.code)") }
        }
        // CBS has published districts and neighbourhoods since 1995; next year's division may be known already.
        let years = 1995...max(1995, today.year + 1)
        guard years.contains(profile.divisionYear) else { throw .unlikelyYear(profile.divisionYear, years) }
        guard profile.establishments.count > 0 else { throw .noEstablishments }
    }
}
