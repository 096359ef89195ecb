import Contracts
import Scheme
import Testing

/// One example of every event that the services publish, with every optional member filled in.
struct EventExamples {
    let all: [any EventContract]

    init() throws {
        let area = try #require(AreaID("gm1581-0007"))
        let areas = [area, try #require(AreaID("gm1581-0008"))]
        let run = try #require(RunID("gm1581-0007-t1"))
        let day = try #require(CalendarDate("2026-11-23"))
        let police = try #require(OrganisationID("politie-mn"))
        let parties = [police, try #require(OrganisationID("kvk:12345678"))]
        let id = try #require(LocalID("M3"))
        let region = Region(code: "GM1581", name: "Utrechtse Heuvelrug")
        let district = Region(code: "WK158100", name: "Driebergen")
        let from = try #require(CalendarMonth("2025-11"))
        let through = try #require(CalendarMonth("2026-10"))
        let digest = String(repeating: "0f", count: 32)
        let figure = Figure(
            id: "enquete.onveilig",
            name: "voelt zich weleens onveilig",
            source: .survey,
            unit: .share,
            count: 17,
            outOf: 36,
            population: 113,
            value: 0.4722222222222222,
            lower: 0.319,
            upper: 0.63,
            reference: 0.4
        )
        let change = FigureChange(
            method: .pairedDifference,
            estimate: -0.111,
            lower: -0.264,
            upper: 0.062,
            pValue: 0.18,
            holm: 0.54,
            benjaminiHochberg: 0.31,
            pairs: 27,
            onlyBefore: 10,
            onlyAfter: 11,
            dispersion: 1.24,
            isCorrected: false
        )
        let bottleneck = Bottleneck(
            id: id,
            title: "inbraak na sluitingstijd",
            indicator: "2.5.1",
            value: 18.6,
            measures: [try #require(LocalID("M11"))]
        )
        let objective = PlanObjective(
            id: id,
            title: "minder inbraak",
            bottleneck: id,
            indicator: "2.5.1",
            base: 18.6,
            target: 12.5,
            by: day
        )
        let registry: [any EventContract] = [
            AreaRegistered(
                area: area,
                kind: .businessPark,
                development: .existing,
                name: "De Meent",
                municipality: region,
                regions: [district],
                divisionYear: 2026,
                establishments: 113,
                establishmentsDigest: digest
            ),
            AreaChanged(
                area: area,
                name: "De Meent",
                regions: [district],
                divisionYear: 2026,
                establishments: 114,
                establishmentsDigest: digest
            ),
            RunStarted(
                run: run,
                areas: areas,
                kind: .shoppingArea,
                development: .newBuild,
                name: "De Meent",
                scheme: try #require(SchemeID("kvo-2008")),
                municipality: region,
                regions: [district],
                establishments: 113,
                on: day
            ),
            PartyJoined(
                run: run,
                areas: areas,
                organisation: police,
                kind: .police,
                name: "Politie Midden-Nederland",
                on: day
            ),
            PartyLeft(run: run, areas: areas, organisation: police, kind: .police, mandatoryKindMissing: true, on: day),
            AgreementSigned(
                run: run,
                areas: areas,
                on: day,
                signatories: [Signatory(organisation: police, function: "teamchef")],
                meetingsPerYear: 4
            ),
            WorkgroupInstalled(run: run, areas: areas, chair: police, members: parties, on: day),
            PhaseChanged(
                run: run,
                areas: areas,
                from: 1,
                to: 2,
                name: "Veiligheidsanalyse",
                round: 0,
                because: "intentieverklaring-ondertekend"
            ),
            EvaluationStarted(run: run, areas: areas, measurement: 1, on: day),
            RunStopped(run: run, areas: areas, on: day),
        ]
        let analysis: [any EventContract] = [
            SurveyOpened(run: run, areas: areas, measurement: 0, questionnaire: "kvo-b-1", invited: 113, on: day),
            SurveyThresholdReached(run: run, areas: areas, measurement: 0, answers: 34, needed: 34, invited: 113),
            SurveyClosed(run: run, areas: areas, measurement: 0, answers: 36, invited: 113, on: day),
            InspectionHeld(
                run: run,
                areas: areas,
                measurement: 0,
                inspection: id,
                kind: .dark,
                participants: parties,
                on: day
            ),
            FindingRecorded(
                run: run,
                areas: areas,
                measurement: 0,
                inspection: id,
                finding: id,
                category: "verlichting",
                severity: "ernstig",
                owner: "gemeente",
                due: day
            ),
            FindingResolved(run: run, areas: areas, measurement: 0, finding: id, on: day),
            PoliceFiguresDelivered(
                run: run,
                areas: areas,
                measurement: 0,
                from: from,
                through: through,
                rows: 612,
                withheld: 3,
                source: "Politie, 47018NED",
                digest: digest
            ),
            FireFiguresDelivered(
                run: run,
                areas: areas,
                measurement: 0,
                from: from,
                through: through,
                rows: 24,
                source: "VRU",
                digest: digest
            ),
            AnalysisEstablished(
                run: run,
                areas: areas,
                measurement: 0,
                on: day,
                surveyClosedOn: day,
                figures: [figure],
                bottlenecks: [bottleneck]
            ),
            EvaluationEstablished(
                run: run,
                areas: areas,
                measurement: 1,
                on: day,
                comparisons: [FigureComparison(before: figure, after: figure, changes: [change])]
            ),
        ]
        let planning: [any EventContract] = [
            PlanAdopted(
                run: run,
                areas: areas,
                version: 1,
                on: day,
                objectives: [objective],
                measures: 5,
                agreedBy: parties
            ),
            PlanAdjusted(
                run: run,
                areas: areas,
                version: 2,
                on: day,
                objectives: [objective],
                measures: 4,
                dropped: [id],
                agreedBy: parties
            ),
            MeasureAssigned(
                run: run,
                areas: areas,
                measure: id,
                title: "camera's bij de ingang",
                objectives: [id],
                owner: police,
                deadline: day,
                costEuro: 12_500,
                catalogue: LocalID("M11")
            ),
            MeasureStarted(run: run, areas: areas, measure: id, on: day),
            MeasureDone(run: run, areas: areas, measure: id, on: day),
            MeasureOverdue(run: run, areas: areas, measure: id, owner: police, deadline: day),
            AnnualReportEstablished(run: run, areas: areas, year: 2026, done: 3, open: 2, meetings: 4, on: day),
            ObjectiveJudged(
                run: run,
                areas: areas,
                judgement: ObjectiveJudgement(
                    objective: objective,
                    measurement: 1,
                    on: day,
                    value: 9.3,
                    lower: 6.1,
                    upper: 13.6,
                    grade: .onCourse
                )
            ),
        ]
        let certification: [any EventContract] = [
            AuditRequested(run: run, areas: areas, application: id, by: police, on: day),
            AuditPlanned(run: run, areas: areas, application: id, reviewer: police, on: day),
            NonconformityFound(run: run, areas: areas, application: id, nonconformity: id, class: "klein", due: day),
            NonconformityResolved(run: run, areas: areas, application: id, nonconformity: id, on: day),
            AuditCompleted(run: run, areas: areas, application: id, reviewer: police, positive: true, on: day),
            CertificateGranted(
                run: run,
                areas: areas,
                certificate: id,
                name: "Basis Samenwerken",
                stars: 1,
                validFrom: day,
                validUntil: day,
                on: day
            ),
            CertificateRenewed(
                run: run,
                areas: areas,
                certificate: id,
                replaces: id,
                name: "Continu Samenwerken",
                stars: 2,
                validFrom: day,
                validUntil: day,
                on: day
            ),
            CertificateRefused(run: run, areas: areas, application: id, on: day),
            CertificateExpiring(run: run, areas: areas, certificate: id, validUntil: day, warningDays: 90),
            CertificateExpired(run: run, areas: areas, certificate: id, validUntil: day),
            CertificateSuspended(run: run, areas: areas, certificate: id, on: day),
            SuspensionLifted(run: run, areas: areas, certificate: id, on: day),
            CertificateWithdrawn(run: run, areas: areas, certificate: id, on: day),
        ]
        all = registry + analysis + planning + certification + (try GatewayEventExamples().all)
    }
}
