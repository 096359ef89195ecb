import Statistics
import Testing

@Suite("Response to a survey")
struct SurveyResponseTests {
    @Test("the response rate agrees with the reference vector p-response_rate-1")
    func rate() throws {
        let response = try responseRate(invited: 120, undeliverable: 7, complete: 36, partial: 4)
        #expect(response.eligible == 113)
        #expect(agrees(try #require(response.rate), 0.3185840707964602))
    }

    @Test("partial answers count only when asked for")
    func partials() throws {
        let response = try responseRate(invited: 120, undeliverable: 7, complete: 36, partial: 4, countPartials: true)
        #expect(response.responses == 40)
        #expect(agrees(try #require(response.rate), 40.0 / 113))
    }

    @Test("nobody eligible gives no rate, which is not a rate of 0")
    func nobodyEligible() throws {
        #expect(try responseRate(invited: 3, undeliverable: 1, ineligible: 2, complete: 0).rate == nil)
        #expect(try responseRate(invited: 3, complete: 0).rate == 0)
    }

    @Test("more responses than eligible, or more excluded than invited, are refused")
    func refusals() {
        #expect(throws: StatisticsError.answersAboveEligible(answers: 114, eligible: 113)) {
            try responseRate(invited: 120, undeliverable: 7, complete: 110, partial: 4)
        }
        #expect(throws: StatisticsError.excludedAboveInvited(excluded: 4, invited: 3)) {
            try responseRate(invited: 3, undeliverable: 2, ineligible: 2, complete: 0)
        }
        #expect(throws: StatisticsError.self) { try responseRate(invited: 3, complete: -1) }
    }

    @Test("the achieved margin agrees with the reference vector p-achieved_margin-1")
    func margin() throws {
        #expect(agrees(try #require(try achievedMargin(n: 36, population: 113)), 0.1354263570693602))
    }

    @Test("every further answer narrows the margin, down to 0 for the whole list")
    func marginFalls() throws {
        let margins = try (1...113).map { try #require(try achievedMargin(n: $0, population: 113)) }
        #expect(zip(margins, margins.dropFirst()).allSatisfy { $0 > $1 })
        #expect(margins.last == 0)
        #expect(try achievedMargin(n: 1, population: 1) == 0)
    }

    @Test("the margin is widest at a share of one half and undefined without answers")
    func marginOfShares() throws {
        let half = try #require(try achievedMargin(n: 36, population: 113))
        let tenth = try #require(try achievedMargin(n: 36, population: 113, share: 0.1))
        let rest = try #require(try achievedMargin(n: 36, population: 113, share: 0.9))
        #expect(tenth < half)
        #expect(agrees(tenth, rest))
        #expect(try achievedMargin(n: 0, population: 113) == nil)
        #expect(throws: StatisticsError.shareOutOfRange(50)) { try achievedMargin(n: 36, population: 113, share: 50) }
    }

    @Test("a refusal says what was refused and what to do")
    func sentences() {
        #expect(
            StatisticsError.answersAbovePopulation(answers: 41, population: 40).description
                == "41 answers from a population of 40 is impossible; correct the list or remove duplicates"
        )
    }
}
