import Contracts
import Scheme

/// The story of the demonstration as data: who does what on which day.
enum DemoStory {
    /// The day on which the clocks are set at the start.
    static let firstDay = "2023-09-01"

    /// The days on which the system of a partner is killed and started again.
    static let absence = (from: "2024-01-25", until: "2025-01-20")

    static let chapters =
        cooperation + analysis(0) + plan + certification + execution + analysis(1) + adjustment
        + recertification

    static func date(_ text: String) -> CalendarDate {
        guard let date = CalendarDate(text) else { preconditionFailure("\(text) is a day of the story") }
        return date
    }

    static func id(_ text: String) -> LocalID {
        guard let id = LocalID(text) else { preconditionFailure("\(text) is a code of the story") }
        return id
    }

    /// The certification body of the story; no party to any run.
    static let reviewer = DemoArea.organisation("voorbeeld-certificatie")

    static let cooperation = [
        DemoChapter(day: firstDay) { area, files in
            [
                .carryOut(
                    RegisterArea(
                        area: area.id,
                        kind: area.kind,
                        development: .existing,
                        name: area.name,
                        municipality: DemoArea.municipality,
                        regions: [area.region],
                        divisionYear: 2023,
                        establishments: try files.read("vestigingen.csv")
                    )
                ),
                .carryOut(StartRun(area: area.id, scheme: nil)),
            ]
                + area.parties.prefix(2).map { .carryOut(joining(area, $0)) }
                + [
                    .wrongTurn(
                        "signing with two of the four",
                        agreement(area, by: area.parties.prefix(2), on: firstDay)
                    )
                ]
                + area.parties.dropFirst(2).map { .carryOut(joining(area, $0)) }
        },
        DemoChapter(day: "2023-09-15") { area, _ in
            [
                .wrongTurn("opening the survey at step 1", survey(area, on: "2023-09-15")),
                .carryOut(agreement(area, by: area.parties[...], on: "2023-09-15")),
            ]
        },
    ]

    static func joining(_ area: DemoArea, _ party: DemoArea.Party) -> JoinParty {
        JoinParty(
            run: area.run,
            organisation: party.id,
            kind: party.kind,
            name: party.name,
            on: date(firstDay)
        )
    }

    static func agreement(_ area: DemoArea, by parties: ArraySlice<DemoArea.Party>, on day: String) -> SignAgreement {
        SignAgreement(
            run: area.run,
            on: date(day),
            signatories: parties.map { Signatory(organisation: $0.id, function: $0.function) },
            meetingsPerYear: 4,
            chair: area.organisations[0],
            members: parties.map(\.id)
        )
    }

    static func survey(_ area: DemoArea, on day: String) -> OpenSurvey {
        OpenSurvey(run: area.run, questionnaire: nil, invited: nil, on: date(day))
    }
}
