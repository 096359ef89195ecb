import AnalysisDomain
import Scheme
import Statistics
import TestSupport
import Testing

@Suite("Comparing a share of the answers")
struct ShareComparisonTests {
    private static let known = made(FigureID("enquete.kent-kvo"))

    /// Compares 16 of 36 with 9 of 36 among 113 invited, or other numbers.
    private func changes(
        yes: (Int, Int) = (16, 9),
        of valid: (Int, Int) = (36, 36),
        linked: LinkedAnswers? = nil
    ) -> [FigureChange] {
        comparison(yes: yes, of: valid, linked: linked).changes
    }

    private func comparison(yes: (Int, Int), of valid: (Int, Int), linked: LinkedAnswers?) -> FigureComparison {
        let first = Example.complete(months: Example.months(through: "2022-11"))
            .having(Example.establish(tally: Example.tally(36, yes: yes.0, valid: valid.0)))
        let later = Example.complete(
            first.given(.heard(.evaluation(measurement: 1)), .heard(.phase(step: 6, round: 2)))
        )
        let tally = Example.tally(36, yes: yes.1, valid: valid.1)
        let outcome = later.when(Example.establish(tally: tally, links: linked.map { [$0] } ?? []))
        guard case .evaluationEstablished(_, let evaluation)? = outcome.events.last,
            let comparison = evaluation.comparisons.first(where: { $0.after.id == Self.known })
        else {
            preconditionFailure("nothing was compared: \(outcome.result)")
        }
        return comparison
    }

    private func links(
        _ pairs: PairedTable,
        before: (yes: Int, valid: Int) = (0, 0),
        after: (yes: Int, valid: Int) = (0, 0)
    ) -> LinkedAnswers {
        LinkedAnswers(
            figure: Self.known,
            pairs: pairs,
            onlyBefore: .init(id: Self.known, yes: before.yes, valid: before.valid),
            onlyAfter: .init(id: Self.known, yes: after.yes, valid: after.valid)
        )
    }

    @Test("unlinked answers are compared by Newcombe with finite limits, and tested by Pearson")
    func unlinked() throws {
        let change = try #require(changes().first)
        #expect(change.method == .newcombeDifference && change.pairs == nil && change.onlyBefore == nil)
        #expect(change.estimate.isClose(to: -0.194_444_444) && change.lower.isClose(to: -0.359_908_165))
        #expect(change.upper.isClose(to: -0.012_155_845) && change.pValue.isClose(to: 0.083_133_411))
    }

    @Test("a small expected number is tested by Fisher")
    func fisher() throws {
        let change = try #require(changes(yes: (5, 2)).first)
        #expect(change.pValue.isClose(to: 0.428_987_945))
    }

    @Test("ten linked establishments or more are compared with themselves")
    func paired() throws {
        let pairs = PairedTable(yesYes: 8, yesNo: 8, noYes: 2, noNo: 18)
        let all = changes(linked: links(pairs))
        let change = try #require(all.first)
        #expect(all.count == 1 && change.method == .pairedDifference && change.pairs == 36)
        // (2 − 8)/36; half a pair in each cell: −6/38 ± z·√(11 − 36/38)/38; mid-p 2·56/1024 − 45/1024.
        #expect(change.estimate.isClose(to: -0.166_666_667) && change.lower.isClose(to: -0.321_427_350))
        #expect(change.upper.isClose(to: 0.005_637_877) && change.pValue.isClose(to: 67.0 / 1024))
    }

    @Test("those in one measurement only are a line of their own, never mixed with the pairs")
    func onlyOnce() throws {
        let pairs = PairedTable(yesYes: 4, yesNo: 7, noYes: 2, noNo: 11)
        let all = changes(linked: links(pairs, before: (5, 12), after: (3, 15)))
        #expect(all.map(\.method) == [.pairedDifference, .newcombeDifference])
        #expect(all[0].pairs == 24)
        #expect(all[1].onlyBefore == 12 && all[1].onlyAfter == 15 && all[1].pairs == nil)
        #expect(all[1].estimate.isClose(to: -0.216_666_667) && all[1].lower.isClose(to: -0.498_560_858))
        #expect(all[1].upper.isClose(to: 0.101_875_902) && all[1].pValue.isClose(to: 0.398_067_633))
    }

    @Test("nine of those in one measurement only are not told, for nine answers are no percentage")
    func fewOnlyOnce() {
        let pairs = PairedTable(yesYes: 4, yesNo: 7, noYes: 2, noNo: 11)
        #expect(changes(linked: links(pairs, before: (5, 12), after: (3, 9))).map(\.method) == [.pairedDifference])
    }

    @Test("nine linked establishments are compared as if others had answered, and their number is not told")
    func fewPairs() {
        let pairs = PairedTable(yesYes: 3, yesNo: 3, noYes: 1, noNo: 2)
        #expect(changes(linked: links(pairs, before: (10, 27), after: (5, 27))) == changes())
    }

    @Test("pairs are not told when one to four others could be computed from them and the shares of all")
    func fewOthers() {
        let pairs = PairedTable(yesYes: 8, yesNo: 8, noYes: 2, noNo: 17)
        for others in [(1, 0), (0, 1), (2, 2)] {
            let linked = links(pairs, before: (0, others.0), after: (0, others.1))
            #expect(changes(linked: linked) == changes())
        }
        #expect(changes(linked: links(pairs, before: (1, 3), after: (0, 2))).map(\.method) == [.pairedDifference])
    }

    @Test("a share of fewer than ten answers is told and not compared")
    func smallBase() {
        let comparison = comparison(yes: (4, 9), of: (9, 36), linked: nil)
        #expect(comparison.before.outOf == 9 && comparison.changes.isEmpty)
    }

    @Test("nobody, everybody and no change at all have limits that stand still")
    func edges() throws {
        let none = try #require(changes(yes: (0, 0)).first)
        #expect(none.estimate == 0 && none.pValue == 1)
        #expect((none.lower ?? 0) < 0 && (none.upper ?? 0) > 0)
        let all = try #require(changes(yes: (36, 36)).first)
        #expect(all.estimate == 0 && all.pValue == 1)
        let unchanged = PairedTable(yesYes: 5, yesNo: 0, noYes: 0, noNo: 31)
        let paired = try #require(changes(linked: links(unchanged)).first)
        #expect(paired.estimate == 0 && paired.pValue == 1 && (paired.upper ?? 0) > 0)
    }
}

extension Double? {
    /// Whether it is there and agrees to eight decimals.
    func isClose(to other: Double) -> Bool { map { abs($0 - other) < 1e-8 } ?? false }
}
