import AnalysisDomain
import Scheme
import TestSupport
import Testing

@Suite("Inspection round")
struct InspectionTests {
    private func hold(_ rounds: NewInspection...) -> AnalysisCommand { Example.measure(.holdInspections(rounds)) }

    @Test("rounds and findings are numbered, and what was solved already is told")
    func numbering() {
        let outcome = Example.story().when(
            hold(
                Example.inspection(findings: [Example.finding(), Example.finding(resolved: "2023-11-01")]),
                Example.inspection(.dark, on: "2023-11-14", findings: [Example.finding()])
            )
        )
        let told = outcome.events.map { event in
            switch event {
            case .inspectionHeld(_, let round): "held \(round.id) \(round.kind.rawValue) \(round.on)"
            case .findingRecorded(_, let finding): "found \(finding.id) in \(finding.inspection)"
            case .findingResolved(_, let solved): "solved \(solved.finding) \(solved.on)"
            default: "\(event)"
            }
        }
        #expect(
            told == [
                "held S1 dag 2023-10-05", "found S1.1 in S1", "found S1.2 in S1", "solved S1.2 2023-11-01",
                "held S2 donker 2023-11-14", "found S2.1 in S2",
            ]
        )
        #expect(outcome.state.measurements[0]?.inspections.map(\.open) == [1, 1])
    }

    @Test("rounds are numbered on in the next measurement")
    func numberingOn() {
        let later = Example.complete().having(Example.establish())
            .given(.heard(.phase(step: 6, round: 2)))
        let events = later.when(hold(Example.inspection(on: "2024-01-10"))).events
        guard case .inspectionHeld(let ref, let round)? = events.first else {
            Issue.record("no round was recorded")
            return
        }
        #expect(ref.number == 1 && round.id.text == "S2")
    }

    @Test("a round that cannot have been walked like that is refused")
    func refusals() {
        let story = Example.story()
        story.when(hold()).refused(with: .noInspection)
        story.when(hold(Example.inspection(on: "2024-02-01"))).refused(saying: "after today")
        story.when(hold(Example.inspection(participants: []))).refused(with: .noParticipants)
        story.when(hold(Example.inspection(participants: [Example.police, Example.police])))
            .refused(with: .participantRepeated(Example.police))
    }

    @Test(
        "a round counts when it was walked in the run and not more than twelve months before it is recorded",
        arguments: [
            ("2023-08-14", nil, "dated 2023-08-14, which is before the start of the run on 2023-08-15"),
            ("2023-08-15", nil, nil), ("2024-01-31", nil, nil),
            ("2023-08-15", "2024-08-15", nil),
            ("2023-08-15", "2024-08-16", "dated 2023-08-15, which is more than 12 months before today (2024-08-16)"),
        ] as [(String, String?, String?)]
    )
    func window(walked: String, today: String?, words: String?) {
        let outcome = Example.story().when(
            .measure(
                .holdInspections([Example.inspection(on: walked)]),
                run: Example.run,
                today: today.map(Example.day) ?? Example.today
            )
        )
        if let words { outcome.refused(saying: words) } else { #expect(outcome.refusal == nil) }
    }

    @Test("a run of which the start was not kept takes rounds of twelve months back")
    func unknownStart() {
        let story = Scenario(Example.decider).given(
            .heard(.run(Example.analysed(startedOn: nil))),
            .heard(.joined(Example.police)),
            .heard(.joined(Example.town)),
            .heard(.phase(step: 2, round: 1))
        )
        #expect(story.when(hold(Example.inspection(on: "2023-01-31"))).refusal == nil)
        story.when(hold(Example.inspection(on: "2023-01-30")))
            .refused(with: .inspectionTooOld(Example.day("2023-01-30"), today: Example.today))
    }

    @Test("only parties walk along, and who left is no party any more")
    func participants() {
        let stranger = made(OrganisationID("vreemde-bv"))
        Example.story().when(hold(Example.inspection(participants: [Example.town, stranger])))
            .refused(saying: "vreemde-bv is no party to this run")
        Example.story().given(.heard(.left(Example.police))).when(hold(Example.inspection()))
            .refused(with: .strangers([Example.police]))
    }

    @Test("the same round twice is refused; the same day in the dark is another round")
    func repeated() {
        let held = Example.story().having(hold(Example.inspection()))
        held.when(hold(Example.inspection())).refused(saying: "(dag) of 2023-10-05 is already recorded as S1")
        #expect(held.when(hold(Example.inspection(.dark))).refusal == nil)
        Example.story().when(hold(Example.inspection(), Example.inspection())).refused(saying: "as S1")
    }

    @Test("a finding is solved once, on or after the day of its round")
    func resolving() {
        let id = made(LocalID("S1.1"))
        let held = Example.story().having(hold(Example.inspection(findings: [Example.finding()])))
        held.when(Example.resolve("S1.1", on: "2023-10-04")).refused(saying: "before its round on 2023-10-05")
        held.when(Example.resolve("S1.1", on: "2024-02-01")).refused(saying: "after today")
        held.when(Example.resolve("S1.9", on: "2023-10-06")).refused(
            with: .unknownFinding(made(LocalID("S1.9")), in: Example.run)
        )
        held.when(Example.resolve("S1.1", on: "2023-10-05"))
            .then(.findingResolved(Example.ref(), FindingResolution(finding: id, on: Example.day("2023-10-05"))))
            .when(Example.resolve("S1.1", on: "2023-10-06"))
            .refused(with: .findingResolved(id, on: Example.day("2023-10-05")))
    }

    @Test("a finding is solved at any step, also after its measurement was established", arguments: 1...8)
    func resolvingLater(step: Int) throws {
        let later = Example.complete().having(Example.establish()).given(.heard(.phase(step: step, round: 2)))
        let frozen = try #require(later.state.measurements[0]?.established)
        #expect(frozen.figures.last?.id == .openFindings && frozen.figures.last?.value == 1)
        let outcome = later.when(Example.resolve("S1.1", on: "2024-01-10"))
        outcome.then(
            .findingResolved(
                Example.ref(),
                FindingResolution(finding: made(LocalID("S1.1")), on: Example.day("2024-01-10"))
            )
        )
        #expect(outcome.state.measurements[0]?.inspections.map(\.open) == [0])
        #expect(outcome.state.measurements[0]?.established == frozen)
    }

    @Test("a finding that is solved before the establishing is not told as open")
    func resolvingBefore() {
        let outcome = Example.complete().having(Example.resolve("S1.1", on: "2023-11-10")).when(Example.establish())
        guard case .analysisEstablished(_, let done)? = outcome.events.first else {
            Issue.record("it was not established: \(outcome.result)")
            return
        }
        #expect(done.figures.last?.id == .openFindings && done.figures.last?.value == 0)
    }

    @Test("in a run that was not heard of or was stopped nothing is solved any more")
    func resolvingNothing() {
        let resolve = Example.resolve("S1.1", on: "2024-01-10")
        Scenario(Example.decider).when(resolve).refused(with: .unknownRun(Example.run))
        Example.complete().given(.heard(.stopped(on: Example.today))).when(resolve)
            .refused(with: .stopped(Example.run, on: Example.today))
    }
}
