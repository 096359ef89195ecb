import AnalysisDomain
import EventSourcing
import Scheme
import TestSupport
import Testing

/// A small run with lists of its own, so that the tests say all that they rest on.
enum Example {
    static let run = made(RunID("gm1581-0001-t1"))
    static let area = made(AreaID("gm1581-0001"))
    static let today = made(CalendarDate("2024-01-31"))
    static let police = made(OrganisationID("politie-mn"))
    static let town = made(OrganisationID("gemeente-uh"))
    static let municipality = CensusRegion(code: "GM1581", name: "Utrechtse Heuvelrug")
    static let centre = CensusRegion(code: "BU15810000", name: "Doorn-Centrum")
    static let unsafeAnswers = ["nooit", "zelden", "soms", "vaak"]

    static func day(_ text: String) -> CalendarDate { made(CalendarDate(text)) }

    static let decider = decider()

    static func decider(
        _ questionnaires: [Questionnaire] = [shop, shopNext, park],
        problems: ProblemGuide = .none,
        measures: MeasureCatalogue = MeasureCatalogue([])
    ) -> AnalysisDecider {
        AnalysisDecider(
            schemes: made(try? SchemeCatalogue()),
            data: data(questionnaires, problems: problems, measures: measures)
        )
    }

    static func data(
        _ questionnaires: [Questionnaire] = [shop, shopNext, park],
        problems: ProblemGuide = .none,
        measures: MeasureCatalogue = MeasureCatalogue([])
    ) -> ReferenceData {
        ReferenceData(
            questionnaires: QuestionnaireCatalogue(questionnaires),
            crimes: CrimeTypeList([
                crime("0.0.0", "Totaal misdrijven"), crime("1.4.1", "1.4.1 Zedenmisdrijf", []),
                crime("2.5.1", "2.5.1 Diefstal/inbraak bedrijven enz."),
                crime("2.5.2", "2.5.2 Winkeldiefstal", [.shoppingArea]),
            ]),
            fireCategories: [
                FireCategory(code: made(FireCategoryCode("gebouwbrand")), name: "Gebouwbrand"),
                FireCategory(code: made(FireCategoryCode("overig")), name: "Overig"),
            ],
            findingCodes: FindingCodes(categories: ["groen"], severities: ["rood"], owners: ["gemeente"]),
            problems: problems,
            measures: measures
        )
    }

    private static func crime(_ code: String, _ title: String, _ kinds: [AreaKind] = AreaKind.allCases) -> CrimeType {
        CrimeType(code: made(CrimeCode(code)), title: title, relevantFor: kinds)
    }

    static func question(_ code: String, _ indicator: String, version: Int = 1) -> Question {
        Question(
            code: made(QuestionCode(code)),
            version: version,
            text: "vraag \(code)",
            answer: .choice(["ja", "nee"]),
            asked: "allen",
            indicator: .init(id: made(FigureID("enquete.\(indicator)")), name: indicator, yes: ["ja"])
        )
    }

    static func questionnaire(_ id: String, _ kind: AreaKind, _ questions: [Question]) -> Questionnaire {
        Questionnaire(id: made(QuestionnaireID(id)), kind: kind, recallMonths: 12, questions: questions)
    }

    static let shop = questionnaire("kvo-w-1", .shoppingArea, [question("K1", "kent-kvo"), question("C1", "inbraak")])
    static let shopNext = questionnaire(
        "kvo-w-2",
        .shoppingArea,
        [question("K1", "kent-kvo"), question("C1", "inbraak", version: 2)]
    )
    static let park = questionnaire("kvo-b-1", .businessPark, [question("K1", "kent-kvo")])

    static func analysed(
        _ kind: AreaKind = .shoppingArea,
        areas: [AreaID] = [area],
        establishments: Int = 113,
        regions: [CensusRegion] = [centre],
        scheme: String = "kvo-2008",
        startedOn: CalendarDate? = day("2023-08-15")
    ) -> AnalysedRun {
        AnalysedRun(
            run: run,
            areas: areas,
            kind: kind,
            scheme: made(SchemeID(scheme)),
            municipality: municipality,
            regions: regions,
            establishments: establishments,
            startedOn: startedOn
        )
    }

    /// A run at a step.
    static func story(
        _ kind: AreaKind = .shoppingArea,
        step: Int = 2,
        round: Int = 1,
        decider: AnalysisDecider = decider
    ) -> Scenario<AnalysisDecider> {
        Scenario(decider).given(
            .heard(.run(analysed(kind))),
            .heard(.joined(police)),
            .heard(.joined(town)),
            .heard(.phase(step: step, round: round))
        )
    }

    static func measure(_ command: MeasurementCommand) -> AnalysisCommand {
        .measure(command, run: run, today: today)
    }

    static func ref(_ number: Int = 0) -> MeasurementRef { MeasurementRef(run: run, areas: [area], number: number) }

    static let open = measure(.openSurvey(nil, invited: nil, on: day("2023-09-01")))
    static let close = measure(.closeSurvey(on: day("2023-10-01")))

    static func resolve(_ finding: String, on text: String) -> AnalysisCommand {
        .resolve(made(LocalID(finding)), on: day(text), run: run, today: today)
    }

    static func answers(_ count: Int) -> AnalysisCommand {
        measure(.receiveResponses(ResponseReceipt(count: count, digest: "d\(count)")))
    }

    static func inspection(
        _ kind: InspectionKind = .day,
        on text: String = "2023-10-05",
        participants: [OrganisationID] = [police, town],
        findings: [NewFinding] = []
    ) -> NewInspection {
        NewInspection(kind: kind, on: day(text), participants: participants, findings: findings)
    }

    static func finding(resolved: String? = nil) -> NewFinding {
        NewFinding(
            category: "groen",
            severity: "rood",
            owner: "gemeente",
            due: day("2023-12-01"),
            resolvedOn: resolved.map(day)
        )
    }

    static let months = months(through: "2023-11")

    /// The twelve months that end with one.
    static func months(through text: String) -> [CalendarMonth] {
        let last = made(CalendarMonth(text)).ordinal
        return (last - 11...last).map { made(CalendarMonth(year: $0 / 12, month: $0 % 12 + 1)) }
    }

    static func window(through text: String) -> MonthWindow {
        let months = months(through: text)
        return MonthWindow(from: months[0], through: months[11])
    }

    /// Police figures with the same count in every month.
    static func policeFigures(
        _ types: [String: RegisteredCount] = ["0.0.0": .published(10), "2.5.1": .published(1)],
        regions: [CensusRegion] = [centre, municipality],
        months: [CalendarMonth] = months,
        source: String = "Politie / CBS",
        comparable: [CensusRegion] = []
    ) -> PoliceFigures {
        let cells = types.sorted { $0.key < $1.key }.flatMap { code, count in
            (regions + comparable).flatMap { region in
                months.map { month in
                    PoliceCell(
                        crime: made(CrimeCode(code)),
                        region: region,
                        period: FigurePeriod(month: month),
                        count: count
                    )
                }
            }
        }
        return PoliceFigures(cells: cells, source: source, digest: "p", comparable: comparable)
    }

    static func fireFigures(_ months: [CalendarMonth] = months, source: String = "VRU") -> FireFigures {
        FireFigures(
            cells: months.map { FireCell(category: made(FireCategoryCode("gebouwbrand")), month: $0, count: 2) },
            source: source,
            digest: "f"
        )
    }

    static func tally(_ responses: Int, yes: Int, valid: Int) -> SurveyTally {
        SurveyTally(
            responses: responses,
            indicators: [.init(id: made(FigureID("enquete.kent-kvo")), yes: yes, valid: valid)]
        )
    }

    static let bottleneck = NewBottleneck(id: made(LocalID("K1")), title: "Inbraken", indicator: "politie.2.5.1")

    static func establish(
        discussedOn: String? = "2023-12-10",
        on: String = "2023-12-20",
        bottlenecks: [NewBottleneck] = [bottleneck],
        tally: SurveyTally? = tally(36, yes: 9, valid: 36),
        links: [LinkedAnswers] = []
    ) -> AnalysisCommand {
        measure(
            .establish(
                on: day(on),
                discussedOn: discussedOn.map(day),
                bottlenecks: bottlenecks,
                tally: tally,
                links: links
            )
        )
    }

    /// A measurement of which everything has come in.
    static func complete(
        _ story: Scenario<AnalysisDecider> = story(),
        questionnaire: QuestionnaireID? = nil,
        invited: Int? = nil,
        months: [CalendarMonth] = months
    ) -> Scenario<AnalysisDecider> {
        story.having(
            measure(.openSurvey(questionnaire, invited: invited, on: day("2023-09-01"))),
            answers(36),
            close,
            measure(.holdInspections([inspection(findings: [finding()])])),
            measure(.deliverPolice(policeFigures(months: months))),
            measure(.deliverFire(fireFigures(months)))
        )
    }
}
