import AnalysisDomain
import Scheme
import TestSupport
import Testing

@Suite("Establishing a measurement")
struct EstablishingTests {
    @Test("a complete measurement is established with its figures, and the problem gets the figure's value")
    func complete() throws {
        let outcome = Example.complete().when(Example.establish())
        guard case .analysisEstablished(let ref, let done)? = outcome.events.first, outcome.events.count == 1 else {
            Issue.record("it was not established: \(outcome.result)")
            return
        }
        #expect(ref == Example.ref())
        #expect(done.surveyClosedOn == Example.day("2023-10-01"))
        #expect(
            done.figures.map(\.id.text) == [
                "enquete.kent-kvo", "politie.0.0.0", "politie.0.0.0.per-100", "politie.2.5.1", "politie.2.5.1.per-100",
                "brandweer.gebouwbrand", "brandweer.gebouwbrand.per-100", "schouw.bevindingen", "schouw.open",
            ]
        )
        #expect(done.bottlenecks.map(\.value) == [12])
        let crime = done.figures[3]
        #expect(crime.reference == 12 && crime.unit == .count)
        #expect(abs((crime.lower ?? 0) - 6.2006) < 1e-3 && abs((crime.upper ?? 0) - 20.9616) < 1e-3)
    }

    @Test("a registered count is also told per 100 establishments a year, with Garwood's interval")
    func rates() throws {
        let change = AreaChange(
            area: Example.area,
            before: nil,
            after: AreaFacts(establishments: 80, regions: [Example.centre])
        )
        let outcome = Example.complete().given(.heard(.area(change))).when(Example.establish())
        guard case .analysisEstablished(_, let done)? = outcome.events.first else {
            Issue.record("it was not established: \(outcome.result)")
            return
        }
        let rates = done.figures.filter { $0.unit == .ratePer100 }
        #expect(rates.map(\.count) == [120, 12, 24] && rates.map(\.value) == [150, 15, 30])
        #expect(rates.map(\.source) == [.policeFigures, .policeFigures, .fireFigures])
        let crime = rates[1]
        #expect(crime.name == "2.5.1 Diefstal/inbraak bedrijven enz. per 100 vestigingen per jaar")
        #expect(crime.reference == nil && crime.population == 80)
        // The interval of the count, 6.2006 to 20.9616, times 100 / 80.
        #expect(abs((crime.lower ?? 0) - 7.7507) < 1e-3 && abs((crime.upper ?? 0) - 26.2020) < 1e-3)
    }

    @Test("without establishments there is no rate, and the counts stay")
    func noEstablishments() {
        let change = AreaChange(area: Example.area, before: nil, after: AreaFacts(establishments: 0, regions: []))
        let outcome = Example.complete(invited: 113).given(.heard(.area(change))).when(Example.establish())
        guard case .analysisEstablished(_, let done)? = outcome.events.first else {
            Issue.record("it was not established: \(outcome.result)")
            return
        }
        #expect(!done.figures.contains { $0.unit == .ratePer100 })
        #expect(done.figures.contains { $0.id.text == "politie.2.5.1" })
    }

    @Test("a share is told with Wilson's interval, corrected for the establishments that were invited")
    func share() throws {
        let outcome = Example.complete().when(Example.establish(tally: Example.tally(36, yes: 16, valid: 36)))
        guard case .analysisEstablished(_, let done)? = outcome.events.first else { return }
        let share = try #require(done.figures.first)
        #expect(share.count == 16 && share.outOf == 36 && share.population == 113)
        // Effective sample 36 · 112 / 77; uncorrected the limits would be 0.2954 and 0.6042.
        #expect(abs((share.lower ?? 0) - 0.318279) < 1e-6 && abs((share.upper ?? 0) - 0.578204) < 1e-6)
    }

    @Test("fewer than five answers are not told as a share")
    func smallBase() {
        let outcome = Example.complete().when(Example.establish(tally: Example.tally(36, yes: 4, valid: 4)))
        guard case .analysisEstablished(_, let done)? = outcome.events.first else { return }
        #expect(!done.figures.contains { $0.source == .survey })
    }

    @Test("a withheld type has neither a count nor a rate")
    func withheld() {
        let figures = Example.policeFigures(["0.0.0": .published(1), "2.5.1": .withheld])
        Example.story().having(
            Example.open,
            Example.answers(36),
            Example.close,
            Example.measure(.holdInspections([Example.inspection()])),
            Example.measure(.deliverPolice(figures)),
            Example.measure(.deliverFire(Example.fireFigures()))
        )
        .when(Example.establish()).refused(
            saying: "choose one of enquete.kent-kvo, politie.0.0.0, politie.0.0.0.per-100, brandweer.gebouwbrand,"
        )
    }

    @Test(
        "each missing source closes the gate, and all of them are named",
        arguments: [
            (MeasurementSource.survey, "the ondernemersenquête is missing"), (.inspection, "the schouw is missing"),
            (.policeFigures, "the politiecijfers are missing"), (.fireFigures, "the brandweercijfers are missing"),
        ]
    )
    func sources(missing: MeasurementSource, words: String) {
        let preparations: [(MeasurementSource, AnalysisCommand)] = [
            (.survey, Example.open), (.survey, Example.answers(36)), (.survey, Example.close),
            (.inspection, Example.measure(.holdInspections([Example.inspection()]))),
            (.policeFigures, Example.measure(.deliverPolice(Example.policeFigures()))),
            (.fireFigures, Example.measure(.deliverFire(Example.fireFigures()))),
        ]
        var story = Example.story()
        for (source, command) in preparations where source != missing { story = story.having(command) }
        story.when(Example.establish()).refused(gate: "vereiste-bronnen")
        story.when(Example.establish()).refused(saying: "step 2 (Veiligheidsanalyse) cannot end")
        story.when(Example.establish()).refused(saying: words)
        Example.story().when(Example.establish())
            .refused(saying: "ondernemersenquête, schouw, politiecijfers and brandweercijfers are missing")
    }

    @Test("a survey that is still open is not there yet")
    func openSurvey() {
        Example.story().having(
            Example.open,
            Example.answers(36),
            Example.measure(.holdInspections([Example.inspection()])),
            Example.measure(.deliverPolice(Example.policeFigures())),
            Example.measure(.deliverFire(Example.fireFigures()))
        )
        .when(Example.establish()).refused(saying: "is still open, close it first")
    }

    @Test("too few answers close the gate, exactly enough open it", arguments: [33, 34])
    func response(answers: Int) {
        let outcome = Example.story().having(
            Example.open,
            Example.answers(answers),
            Example.close,
            Example.measure(.holdInspections([Example.inspection()])),
            Example.measure(.deliverPolice(Example.policeFigures())),
            Example.measure(.deliverFire(Example.fireFigures()))
        )
        .when(Example.establish(tally: Example.tally(answers, yes: 9, valid: answers)))
        if answers == 34 { #expect(outcome.refusal == nil) } else { outcome.refused(gate: "enquete-respons") }
        if answers == 33 { outcome.refused(saying: "33 of the 113 invited establishments answered and 34 are needed") }
    }

    @Test(
        "a business park needs a round by daylight and one in the dark",
        arguments: [
            ([InspectionKind.day], "1 round in the dark"), ([.dark], "1 round by daylight"),
            ([.day, .dark], nil as String?),
        ]
    )
    func rounds(kinds: [InspectionKind], missing: String?) {
        let rounds = kinds.map { Example.inspection($0) }
        let outcome = Example.story(.businessPark).having(
            Example.open,
            Example.answers(36),
            Example.close,
            Example.measure(.holdInspections(rounds)),
            Example.measure(.deliverPolice(Example.policeFigures())),
            Example.measure(.deliverFire(Example.fireFigures()))
        )
        .when(Example.establish())
        guard let missing else {
            #expect(outcome.refusal == nil)
            return
        }
        outcome.refused(gate: "schouwrondes")
        outcome.refused(saying: missing)
    }

    @Test("the workgroup must have discussed it, before it is established")
    func discussed() {
        let complete = Example.complete()
        complete.when(Example.establish(discussedOn: nil)).refused(gate: "werkgroep-besproken")
        complete.when(Example.establish(discussedOn: "2023-12-21")).refused(gate: "werkgroep-besproken")
        #expect(complete.when(Example.establish(discussedOn: "2023-12-20")).refusal == nil)
    }

    @Test("an establishing in the future or before the survey closed is refused")
    func dates() {
        Example.complete().when(Example.establish(on: "2024-02-01")).refused(saying: "after today")
        Example.complete().when(Example.establish(discussedOn: "2023-09-20", on: "2023-09-30"))
            .refused(saying: "before the closing of the survey on 2023-10-01")
    }

    @Test("problems are named, once each, by a figure of this measurement")
    func bottlenecks() {
        let (one, complete) = (Example.bottleneck, Example.complete())
        complete.when(Example.establish(bottlenecks: [])).refused(with: .noBottlenecks)
        complete.when(Example.establish(bottlenecks: [one, one])).refused(with: .bottleneckRepeated(one.id))
        for title in ["", " ", "a\u{1B}[2J", "twee\nregels", String(repeating: "a", count: 201)] {
            complete.when(
                Example.establish(bottlenecks: [NewBottleneck(id: one.id, title: title, indicator: one.indicator)])
            )
            .refused(with: .unfitTitle(one.id))
        }
        let long = NewBottleneck(id: one.id, title: String(repeating: "a", count: 200), indicator: one.indicator)
        #expect(complete.when(Example.establish(bottlenecks: [long])).refusal == nil)
        complete.when(
            Example.establish(bottlenecks: [NewBottleneck(id: one.id, title: "x", indicator: "politie.9.9.9")])
        )
        .refused(saying: "choose one of enquete.kent-kvo, politie.0.0.0, politie.0.0.0.per-100, politie.2.5.1")
    }

    @Test("a survey whose answers are no longer kept cannot be counted")
    func lostResponses() {
        Example.complete().when(Example.establish(tally: Example.tally(35, yes: 9, valid: 35)))
            .refused(with: .responsesLost(kept: 35, answers: 36))
    }

    @Test("an established measurement no longer changes", arguments: StepTests.commands)
    func frozen(command: MeasurementCommand) {
        Example.complete().having(Example.establish()).when(Example.measure(command))
            .refused(with: .established(Example.run, number: 0, on: Example.day("2023-12-20")))
    }

    @Test("a problem names the measures of the catalogue for its figure")
    func measures() throws {
        let key = made(ProblemKey("inbraak_bedrijf"))
        let guide = ProblemGuide(
            likelihoods: [],
            impacts: [:],
            entries: [made(FigureID("politie.2.5.1")): .init(problems: [key])]
        )
        let measure = CatalogueMeasure(
            id: made(LocalID("M11")),
            name: "Sluitwerk",
            problems: [key],
            mechanism: "moeite",
            grade: .experiment,
            source: "x",
            sourceStatus: .found,
            note: ""
        )
        let decider = Example.decider(problems: guide, measures: MeasureCatalogue([measure]))
        let outcome = Example.complete(Example.story(decider: decider)).when(Example.establish())
        #expect(outcome.state.measurements[0]?.established?.bottlenecks.map(\.measures) == [[made(LocalID("M11"))]])
    }
}
