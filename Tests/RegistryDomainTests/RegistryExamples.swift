import RegistryDomain
import Scheme
import Testing

/// Made-up names and days for the tests of the registry's rules.
enum Example {
    static let today = day("2026-03-02")
    static let area = id("gm1581-0001", AreaID.self)
    static let run = id("gm1581-0001-t1", RunID.self)
    static let municipality = NamedMunicipality(code: id("GM1581"), name: "Utrechtse Heuvelrug")
    static let regions = [NamedRegion(code: id("BU15810708"), name: "Maarsbergen - De Meent")]

    static func id<T: Identifier>(_ text: String, _ type: T.Type = T.self) -> T {
        guard let identifier = T(text) else { preconditionFailure("\(text) is not \(T.rule)") }
        return identifier
    }

    static func day(_ text: String) -> CalendarDate {
        guard let date = CalendarDate(text) else { preconditionFailure("\(text) is no date") }
        return date
    }

    static let profile = AreaProfile(
        name: "De Meent",
        regions: regions,
        divisionYear: 2022,
        establishments: EstablishmentCount(count: 80, digest: "ab")
    )

    static func registration(
        _ area: AreaID = area,
        municipality: NamedMunicipality = municipality,
        profile: AreaProfile = profile
    ) -> AreaRegistration {
        AreaRegistration(
            area: area,
            kind: .businessPark,
            development: .existing,
            municipality: municipality,
            profile: profile
        )
    }

    static func start(_ kind: AreaKind = .businessPark, scheme: String = "kvo-2008") -> RunStart {
        RunStart(
            kind: kind,
            development: .existing,
            name: "De Meent",
            scheme: id(scheme),
            municipality: municipality,
            regions: regions,
            establishments: 80,
            on: today
        )
    }

    static func party(_ kind: PartyKind, _ number: Int = 1) -> Party {
        Party(organisation: id("\(kind.rawValue)-\(number)"), kind: kind, name: "\(kind.rawValue) \(number)")
    }

    static let mandatory: [PartyKind] = [.entrepreneurs, .municipality, .police, .fireBrigade]

    static func agreement(
        of kinds: [PartyKind] = mandatory,
        on day: CalendarDate = today,
        meetings: Int = 4
    ) -> Agreement {
        Agreement(
            on: day,
            signatures: kinds.map { .init(organisation: party($0).organisation, function: "bestuurder") },
            meetingsPerYear: meetings
        )
    }

    static let workgroup = Workgroup(
        chair: party(.entrepreneurs).organisation,
        members: [party(.entrepreneurs).organisation, party(.police).organisation]
    )
}
