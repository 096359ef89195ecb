import Contracts
import EventSourcing
import Foundation
import PluginKit
import Scheme

/// What happens in one area, command after command, at two services in turn.
struct AreaStory {
    /// The municipalities in which areas are registered, in turn.
    static let municipalities = ["gm0344", "gm1581", "gm0363"]

    let area: AreaID
    let client: Operator
    let record: CommandRecord
    private var mark: FeedMark?

    /// Makes the story of the n-th area, from 0.
    init?(_ number: Int, client: Operator, record: CommandRecord) {
        let municipality = Self.municipalities[number % Self.municipalities.count]
        guard let code = MunicipalityCode(municipality.uppercased()),
            let area = AreaID(municipality: code, number: number / Self.municipalities.count + 1)
        else { return nil }
        (self.area, self.client, self.record) = (area, client, record)
    }

    /// Lets it happen until the end, or until it is enough; the command under way is always finished.
    mutating func happen(whileNot isEnough: () -> Bool) async throws {
        guard let run = RunID(area: area, number: 1) else { throw ChaosError("\(area) has no first run") }
        let today = CalendarDate(inTheNetherlandsAt: .now)
        let parties = OrganisationNames.parties
        var steps: [any CommandContract] = [register, StartRun(area: area)]
        steps += parties.map {
            JoinParty(run: run, organisation: $0.id, kind: $0.kind, name: $0.kind.rawValue, on: today)
        }
        steps.append(
            SignAgreement(
                run: run,
                on: today,
                signatories: parties.map { Signatory(organisation: $0.id, function: "voorzitter") },
                meetingsPerYear: 4,
                chair: parties[0].id,
                members: parties.map(\.id)
            )
        )
        steps.append(OpenSurvey(run: run, invited: 10, on: today))
        steps.append(ChangeArea(area: area, name: "\(area) in beeld"))
        for kind in [InspectionKind.day, .dark] {
            steps.append(HoldInspection(run: run, kind: kind, on: today, participants: parties.map(\.id)))
            steps.append(ChangeArea(area: area, name: "\(area) na de schouw (\(kind.rawValue))"))
        }
        for step in steps where !isEnough() { try await carryOut(step) }
    }

    private mutating func carryOut(_ command: some CommandContract) async throws {
        // The other service must have heard of the run before it can say anything of it.
        let began = ContinuousClock.now
        let done = try await client.send(command, after: mark.map { [$0] } ?? [])
        record.note(done, in: area, by: type(of: command).name, after: .now - began)
        if let mark = done.mark { self.mark = mark }
    }

    private var register: RegisterArea {
        let municipality = area.municipalitySegment
        let digits = municipality.dropFirst(2)
        return RegisterArea(
            area: area,
            kind: .shoppingArea,
            development: .existing,
            name: "Gebied \(area)",
            municipality: Region(code: municipality.uppercased(), name: "Gemeente \(digits)"),
            regions: [Region(code: "BU\(digits)0000", name: "Buurt \(digits)")],
            divisionYear: 2023,
            establishments: DeliveredFile(
                name: "vestigingen.csv",
                content: Data("vestigingsnummer;naam\n000099020001;Voorbeeldbedrijf\n".utf8)
            )
        )
    }
}
