import Contracts
import Report
import Scheme
import Testing

@testable import Report

/// A made-up report of which a test changes what it is about.
struct ExampleReport {
    var survey: [ReportedQuestion] = [question()]
    var crimes: [ReportedCrime] = [crime()]
    var fires: [ReportedFire] = []
    var findings: [ReportedFinding] = []
    var problems: [ReportedProblem] = []
    var notes: [ReportNote] = []
    var judgements: [ObjectiveJudgement] = []
    var measures: [PlanMeasure] = []
    var isCompared = true
    var peers: [ReportInput.Peer] = []
    var name = "Voorbeeldplein"
    var sourceName = "Politie / CBS, tabel 47022NED"
    var answers = 27
    var invited = 36

    static let first = month("2022-12")
    static let last = month("2023-11")
    static let day = CalendarDate("2026-01-26")!
    static let run = RunID("gm1581-0001-t1")!

    static func month(_ text: String) -> CalendarMonth { CalendarMonth(text)! }

    /// Twelve months from a month on.
    static func window(_ from: String) -> (CalendarMonth, CalendarMonth) {
        let first = month(from)
        let last = first.ordinal + 11
        return (first, CalendarMonth(year: last / 12, month: last % 12 + 1)!)
    }

    static func share(_ yes: Int, _ valid: Int, of population: Int = 36) -> ReportedShare {
        let value = Double(yes) / Double(valid)
        return ReportedShare(
            yes: yes,
            valid: valid,
            population: population,
            value: value,
            lower: value * 0.6,
            upper: value + (1 - value) * 0.3,
            firmsLower: yes,
            firmsUpper: yes + population - valid
        )
    }

    static func question(
        _ id: String = "enquete.slachtoffer-inbraak",
        _ name: String = "Slachtoffer van inbraak",
        now: ReportedShare = share(9, 27),
        before: ReportedShare? = share(14, 28),
        change: FigureChange? = FigureChange(
            method: .newcombeDifference,
            estimate: -0.167,
            lower: -0.4,
            upper: 0.1,
            pValue: 0.21,
            holm: 0.42,
            benjaminiHochberg: 0.3
        ),
        yesIsGood: Bool = false,
        isReworded: Bool = false
    ) -> ReportedQuestion {
        ReportedQuestion(
            id: id,
            name: name,
            theme: .crime,
            yesIsGood: yesIsGood,
            now: now,
            before: before,
            changes: before == nil ? [] : [change].compactMap(\.self),
            isReworded: isReworded
        )
    }

    static func count(
        _ count: Int,
        from: String,
        reference: Int? = nil,
        atMost: Int? = nil
    ) -> ReportedCount {
        let (first, last) = window(from)
        return ReportedCount(
            from: first,
            through: last,
            count: count,
            lower: Double(count) * 0.5,
            upper: Double(count) * 2 + 3.7,
            reference: reference,
            rate: ReportedRate(value: Double(count) / 1.13, lower: 0.4, upper: 99.6, establishments: 113),
            detectable: DetectableFall(from: count, atMost: atMost)
        )
    }

    static func crime(
        _ code: String = "2.5.1",
        _ name: String = "Diefstal/inbraak bedrijven enz.",
        from k1: Int = 20,
        to k2: Int = 12,
        reference: (Int, Int)? = (200, 190),
        atMost: Int? = 8,
        ratio: FigureChange = FigureChange(method: .rateRatio, estimate: 0.6, lower: 0.27, upper: 1.3, pValue: 0.22),
        isTotal: Bool = false,
        months: [ReportedMonth] = []
    ) -> ReportedCrime {
        var changes = [ratio]
        if let reference, k1 > 0, k2 > 0 {
            let effect = Double(k1 * reference.1) / Double(k2 * reference.0)
            changes.insert(
                FigureChange(
                    method: .relativeEffectSize,
                    estimate: effect,
                    lower: effect * 0.474,
                    upper: effect * 2.1,
                    pValue: 0.24,
                    dispersion: 1.25
                ),
                at: 0
            )
        }
        return ReportedCrime(
            code: code,
            id: "politie.\(code)",
            name: name,
            isTotal: isTotal,
            isWithheld: false,
            months: months,
            now: count(k2, from: "2025-01", reference: reference?.1, atMost: 2),
            before: count(k1, from: "2023-01", reference: reference?.0, atMost: atMost),
            changes: changes
        )
    }

    static func withheld(_ code: String = "1.4.1", _ name: String = "Zedenmisdrijf") -> ReportedCrime {
        ReportedCrime(
            code: code,
            id: "politie.\(code)",
            name: name,
            isTotal: false,
            isWithheld: true,
            months: [],
            changes: []
        )
    }

    static func finding(
        _ id: String,
        x: Int? = 152_000,
        y: Int? = 449_500,
        severity: String = "rood",
        solved: Bool = false,
        category: String = "verlichting"
    ) -> ReportedFinding {
        ReportedFinding(
            id: LocalID(id)!,
            measurement: 1,
            category: category,
            severity: severity,
            owner: "gemeente",
            due: day,
            resolvedOn: solved ? day : nil,
            rdX: x,
            rdY: y
        )
    }

    static func judgement(
        _ grade: GoalGrade,
        title: String = "Minder inbraak",
        indicator: String = "enquete.slachtoffer-inbraak",
        base: Double? = 0.5,
        target: Double = 0.4,
        value: Double? = 0.333
    ) -> ObjectiveJudgement {
        ObjectiveJudgement(
            objective: PlanObjective(
                id: LocalID("D1")!,
                title: title,
                bottleneck: LocalID("K1")!,
                indicator: indicator,
                base: base,
                target: target,
                by: CalendarDate("2025-12-31")!
            ),
            measurement: 1,
            on: day,
            value: value,
            lower: value.map { $0 * 0.6 },
            upper: value.map { $0 * 1.5 },
            grade: grade
        )
    }

    var input: ReportInput {
        let report = MeasurementReport(
            run: Self.run,
            areas: [AreaID("gm1581-0001")!],
            areaKind: .shoppingArea,
            scheme: SchemeID("kvo-3")!,
            measurement: isCompared ? 1 : 0,
            establishedOn: Self.day,
            establishments: 113,
            earlier: isCompared
                ? ReportedEarlier(measurement: 0, establishedOn: CalendarDate("2024-01-25")!, establishments: 110)
                : nil,
            response: ReportedResponse(
                questionnaire: "kvo-w-1",
                invited: invited,
                answers: answers,
                needed: 20,
                margin: 0.095,
                openedOn: Self.day
            ),
            survey: survey,
            crimes: crimes,
            fires: fires,
            inspection: findings.isEmpty
                ? nil
                : ReportedInspection(
                    rounds: [],
                    found: findings.count,
                    solved: findings.count { $0.resolvedOn != nil },
                    foundBefore: isCompared ? 4 : nil,
                    solvedBefore: isCompared ? 3 : nil,
                    findings: findings
                ),
            problems: problems,
            provenance: [
                ReportedSource(
                    measurement: 1,
                    source: .policeFigures,
                    name: sourceName,
                    sha256: String(repeating: "ab12cd34", count: 8),
                    from: Self.day,
                    through: Self.day,
                    deliveredOn: Self.day
                )
            ],
            notes: notes
        )
        let plan = PlanSummary(
            run: Self.run,
            version: 1,
            adoptedOn: Self.day,
            phase: 6,
            bottlenecks: [],
            objectives: judgements.map(\.objective),
            judgements: judgements,
            measures: measures,
            activities: [],
            annualReports: [],
            revision: 1
        )
        let run = RunSummary(
            run: Self.run,
            areas: report.areas,
            kind: .shoppingArea,
            name: name,
            scheme: report.scheme,
            phase: 7,
            phaseName: "Plan van aanpak",
            round: 2,
            parties: [],
            stopped: false,
            stars: 1,
            completedSteps: [],
            revision: 1
        )
        return ReportInput(report: report, run: run, plan: plan, peers: peers, software: "1.2.3")
    }

    /// The report in a language, for its sentences and sections.
    func edition(_ language: ReportLanguage = .dutch) throws -> Edition {
        Edition(input: input, texts: try Texts(language))
    }

    /// Its documents.
    func documents(_ language: ReportLanguage = .dutch) throws -> ReportDocuments {
        try ReportDocuments(input, in: language)
    }
}
