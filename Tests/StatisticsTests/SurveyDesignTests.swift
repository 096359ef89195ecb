import Testing

@testable import Statistics

@Suite("Size and response of a survey")
struct SurveyDesignTests {
    @Test(
        "the answers needed are those of the handbook",
        arguments: [(20, 20, 17), (40, 37, 29), (60, 53, 38), (113, 88, 53), (250, 152, 70), (600, 235, 83)]
    )
    func sampleSize(population: Int, five: Int, ten: Int) throws {
        #expect(try sampleSizeFinite(population: population, margin: 0.05).n == five)
        #expect(try sampleSizeFinite(population: population, margin: 0.10).n == ten)
    }

    @Test("the answers asked for reach the margin, and one fewer does not")
    func reached() throws {
        for population in [40, 113, 250, 600, 10_000] {
            for margin in [0.03, 0.05, 0.1] {
                let n = try sampleSizeFinite(population: population, margin: margin).n
                #expect(try #require(try achievedMargin(population: population, n: n)) <= margin + 1e-9)
                #expect(try #require(try achievedMargin(population: population, n: n - 1)) > margin)
            }
        }
    }

    @Test("the margin falls with each answer, to 0 when everybody answered")
    func margin() throws {
        let margins = try (1...113).map { try #require(try achievedMargin(population: 113, n: $0)) }
        #expect(zip(margins, margins.dropFirst()).allSatisfy { $0 > $1 })
        #expect(margins.last == 0)
        #expect(try achievedMargin(population: 1, n: 1) == 0)
        #expect(try achievedMargin(population: 9, n: 0) == nil)
    }

    @Test("the response counts partial answers only when asked, and has no rate without eligible")
    func response() throws {
        func rate(_ countPartials: Bool) throws -> ResponseRate {
            try responseRate(
                invited: 120,
                undeliverable: 7,
                ineligible: 3,
                complete: 33,
                partial: 11,
                countPartials: countPartials
            )
        }
        #expect(try rate(false) == ResponseRate(eligible: 110, rate: 0.3))
        #expect(try rate(true) == ResponseRate(eligible: 110, rate: 0.4))
        let none = try responseRate(
            invited: 7,
            undeliverable: 7,
            ineligible: 0,
            complete: 0,
            partial: 0,
            countPartials: true
        )
        #expect(none == ResponseRate(eligible: 0, rate: nil))
    }

    @Test("more answers than eligible, or more out of reach than invited, are refused")
    func impossibleResponse() {
        #expect(throws: StatisticsError.self) {
            try responseRate(invited: 9, undeliverable: 5, ineligible: 5, complete: 0, partial: 0, countPartials: true)
        }
        #expect(throws: StatisticsError.self) {
            try responseRate(invited: 9, undeliverable: 0, ineligible: 0, complete: 9, partial: 1, countPartials: true)
        }
    }

    @Test("strata that answered alike need no weights")
    func proportional() throws {
        let share = try poststratProp([
            Stratum(population: 60, answers: 12, yes: 3), Stratum(population: 100, answers: 20, yes: 11),
        ])
        #expect(agrees(share.p, share.unweighted))
        #expect(agrees(share.designEffect, 1))
        #expect(agrees(share.effectiveSample, 32))
    }

    @Test("a list that answered in full has no error, and a stratum of one member adds none")
    func census() throws {
        let full = try poststratProp([
            Stratum(population: 9, answers: 9, yes: 4), Stratum(population: 1, answers: 1, yes: 1),
        ])
        #expect(full.standardError == 0)
        #expect(full.interval == Interval(lower: full.p, upper: full.p))
        #expect(agrees(full.p, 0.5))
    }

    @Test("the stratified interval covers the truth about as often as it says")
    func stratifiedCoverage() throws {
        var simulation = Simulation(seed: 35)
        let covered = try simulation.rate(2_000) { simulation in
            // Sampled without return: a list in which the first `yes` members say yes.
            let strata = [(120, 40, 36), (200, 50, 110)].map { size, n, yes in
                var left = (members: size, yes: yes, drawn: 0)
                for _ in 0..<n {
                    let isYes = simulation.share() * Double(left.members) < Double(left.yes)
                    left = (left.members - 1, left.yes - (isYes ? 1 : 0), left.drawn + (isYes ? 1 : 0))
                }
                return Stratum(population: size, answers: n, yes: left.drawn)
            }
            return try poststratProp(strata).interval.contains(146.0 / 320)
        }
        #expect((0.93...0.965).contains(covered), "\(covered)")
    }

    @Test("a stratum with too few answers is refused, and says which", arguments: [0, 1])
    func collapse(answers: Int) {
        #expect(throws: StatisticsError.collapseStrata(stratum: 1, answers: answers, population: 40)) {
            try poststratProp([
                Stratum(population: 60, answers: 12, yes: 3), Stratum(population: 40, answers: answers, yes: 0),
            ])
        }
    }
}
