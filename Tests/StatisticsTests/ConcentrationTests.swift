import Testing

@testable import Statistics

@Suite("Concentration and repeats")
struct ConcentrationTests {
    @Test("equal counts have a Gini of 0, all in one place nearly 1, and the order does not count")
    func gini() throws {
        let equal = try #require(try Statistics.gini([4, 4, 4, 4, 4]))
        #expect(agrees(equal.gini, 0))
        #expect(agrees(equal.topFifth, 0.2))
        let one = try #require(try Statistics.gini([0, 0, 0, 50]))
        #expect(agrees(one.gini, 0.75))
        #expect(one.topFifth == 1)
        #expect(try Statistics.gini([1, 7, 3]) == (try Statistics.gini([7, 3, 1])))
        #expect(
            agrees(
                try #require(try Statistics.gini([3, 21, 9])).gini,
                try #require(try Statistics.gini([1, 7, 3])).gini
            )
        )
    }

    @Test("fewer events than places lower the generalised coefficient: one event each is no concentration")
    func sparse() throws {
        let sparse = try #require(try Statistics.gini([1, 1, 1, 0, 0, 0, 0, 0, 0, 0]))
        #expect(agrees(sparse.gini, 0.7))
        #expect(agrees(sparse.generalised, 0))
        #expect(try Statistics.gini([0, 0]) == nil)
        #expect(try Statistics.gini([]) == nil)
        #expect(throws: StatisticsError.self) { try Statistics.gini([1, -1]) }
    }

    @Test("choosing the densest cells is fully efficient, choosing all is no better than chance")
    func accuracy() throws {
        let (counts, areas): ([Double], [Double]) = ([6, 3, 0, 8], [1, 1, 1, 4])
        let best = try #require(try pai(counts: counts, areas: areas, chosen: [0, 1]))
        #expect(best.efficiency == 1)
        #expect(best.accuracy > 1)
        let all = try #require(try pai(counts: counts, areas: areas, chosen: [3, 2, 1, 0]))
        #expect(agrees(all.accuracy, 1))
        #expect(all.efficiency == 1)
        let missed = try #require(try pai(counts: counts, areas: areas, chosen: [2]))
        #expect(missed.accuracy == 0 && missed.efficiency == 0)
    }

    @Test("without events or a choice there is no accuracy; a cell that is not there is refused")
    func noAccuracy() throws {
        #expect(try pai(counts: [0, 0], areas: [1, 1], chosen: [0]) == nil)
        #expect(try pai(counts: [1, 0], areas: [1, 1], chosen: []) == nil)
        #expect(throws: StatisticsError.self) { try pai(counts: [1, 0], areas: [1, 1], chosen: [2]) }
        #expect(throws: StatisticsError.self) { try pai(counts: [1, 0], areas: [1, 0], chosen: [0]) }
    }

    @Test("a repeat table adds up to all targets and all incidents")
    func repeats() throws {
        let table = try repeatTable(hits: [1, 1, 2, 4, 1, 0], targets: 40)
        #expect(table.targetsByHits == [0: 35, 1: 3, 2: 1, 4: 1])
        #expect(table.targetsByHits.values.reduce(0, +) == 40)
        #expect(table.repeats == 4)
        #expect(agrees(try #require(table.incidence), 9.0 / 40))
        #expect(
            agrees(
                try #require(table.prevalence) * (try #require(table.concentration)),
                try #require(table.incidence)
            )
        )
    }

    @Test("nothing hit has no concentration, no targets no prevalence, and more hit than there are is refused")
    func noRepeats() throws {
        let quiet = try repeatTable(hits: [], targets: 5)
        #expect(quiet.concentration == nil && quiet.repeatShare == nil)
        #expect(quiet.prevalence == 0)
        let none = try repeatTable(hits: [], targets: 0)
        #expect(none.prevalence == nil && none.incidence == nil)
        #expect(none.targetsByHits == [0: 0])
        #expect(throws: StatisticsError.self) { try repeatTable(hits: [1, 1], targets: 1) }
    }
}
