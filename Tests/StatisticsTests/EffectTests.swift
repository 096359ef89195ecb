import Testing

@testable import Statistics

@Suite("Effect of measures")
struct EffectTests {
    private let fell = BeforeAfter(before: 120, after: 100)
    private let rose = BeforeAfter(before: 130, after: 150)

    @Test("swapping area and control turns the sign; parts and variances add up")
    func displacement() throws {
        let around = BeforeAfter(before: 40, after: 25)
        let beyond = BeforeAfter(before: 30, after: 25)
        let forth = try wdd(treated: fell, control: rose, displacementTreated: around, displacementControl: beyond)
        let back = try wdd(treated: rose, control: fell, displacementTreated: beyond, displacementControl: around)
        #expect(forth.total.events == -back.total.events)
        #expect(forth.total.standardError == back.total.standardError)
        #expect(forth.total.events == forth.local.events + forth.displacement.events)
        let squares = [forth.local, forth.displacement].map { $0.standardError * $0.standardError }.reduce(0, +)
        #expect(agrees(forth.total.standardError * forth.total.standardError, squares))
    }

    @Test("more variation than chance widens the interval by its root; longer periods scale it down")
    func inflation() throws {
        let plain = try wdd(treated: fell, control: rose)
        let inflated = try wdd(treated: fell, control: rose, phi: 4)
        #expect(inflated.total.events == plain.total.events)
        #expect(agrees(inflated.total.standardError, 2 * plain.total.standardError))
        let years = DisplacementScale(periods: BeforeAfter(before: 2, after: 2))
        let yearly = try wdd(treated: fell, control: rose, scale: years)
        #expect(agrees(yearly.total.events, plain.total.events / 2))
        #expect(agrees(yearly.interval.lower, plain.interval.lower / 2))
    }

    @Test("the interval of the displacement difference covers about as often as it says")
    func coverage() throws {
        var simulation = Simulation(seed: 51)
        let covered = try simulation.rate(2_000) { simulation in
            let area = BeforeAfter(before: Double(simulation.poisson(60)), after: Double(simulation.poisson(40)))
            let control = BeforeAfter(before: Double(simulation.poisson(70)), after: Double(simulation.poisson(65)))
            return try wdd(treated: area, control: control).interval.contains(-15)
        }
        #expect((0.935...0.965).contains(covered), "\(covered)")
    }

    @Test("nothing counted has no z; a length of 0 is refused")
    func nothing() throws {
        let none = try wdd(treated: .none, control: .none)
        #expect(none.z == nil)
        #expect(none.interval == Interval(lower: 0, upper: 0))
        #expect(throws: StatisticsError.self) {
            try wdd(treated: fell, control: rose, scale: DisplacementScale(treated: 0))
        }
        #expect(throws: StatisticsError.self) { try wdd(treated: BeforeAfter(before: -1, after: 0), control: rose) }
    }

    @Test("harm of one type with weight 1 is that type; doubling the weights doubles the harm")
    func harm() throws {
        let part = try wdd(treated: fell, control: rose)
        func harm(_ weight: Double) throws -> HarmDifference {
            try wddHarm([
                .init(estimate: part.total.events, standardError: part.total.standardError, weight: weight)
            ])
        }
        #expect(agrees(try harm(1).interval.lower, part.interval.lower))
        #expect(agrees(try harm(2).estimate, 2 * part.total.events))
        #expect(agrees(try #require(try harm(2).z), try #require(part.z)))
        #expect(try wddHarm([]).z == nil)
    }

    @Test("a quotient of displacement needs a success and a control")
    func quotient() throws {
        let control = BeforeAfter(before: 200, after: 190)
        let success = try wdq(area: fell, buffer: BeforeAfter(before: 80, after: 70), control: control)
        #expect(try #require(success.success) < 0)
        #expect(agrees(try #require(success.quotient), try #require(success.buffer) / (try #require(success.success))))
        #expect(agrees(try #require(success.net), -(try #require(success.success))))
        let failure = try wdq(area: rose, buffer: fell, control: control)
        #expect(failure.quotient == nil && failure.success != nil)
        let bare = try wdq(area: fell, buffer: rose, control: BeforeAfter(before: 3, after: 0))
        #expect(bare.success == nil && bare.net == nil && bare.totalNetEffect == nil)
        #expect(bare.gross == 20)
    }

    @Test("swapping area and control inverts the relative effect; the percentages are those of its inverse")
    func relative() throws {
        let forth = try relativeEffectSize(area: fell, control: rose)
        let back = try relativeEffectSize(area: rose, control: fell)
        #expect(agrees(forth.effect, 1 / back.effect))
        #expect(agrees(forth.interval.lower, 1 / back.interval.upper))
        #expect(agrees(forth.z, -back.z))
        #expect(agrees(forth.pValue, back.pValue))
        #expect(agrees(forth.percentChange, 100 * (back.effect - 1)))
        #expect(forth.percentInterval.contains(forth.percentChange))
        let inflated = try relativeEffectSize(area: fell, control: rose, phi: 2.25)
        #expect(agrees(inflated.standardErrorOfLog, 1.5 * forth.standardErrorOfLog))
    }

    @Test("a zero adds half an event to each count, and says so")
    func zeroCount() throws {
        let corrected = try relativeEffectSize(
            area: BeforeAfter(before: 4, after: 0),
            control: BeforeAfter(before: 9, after: 8)
        )
        let shifted = try relativeEffectSize(
            area: BeforeAfter(before: 4.5, after: 0.5),
            control: BeforeAfter(before: 9.5, after: 8.5)
        )
        #expect(corrected.isCorrected && !shifted.isCorrected)
        #expect(corrected.effect == shifted.effect)
    }

    @Test("difference in differences has the ratio of the means, and is the inverse of the relative effect")
    func differences() throws {
        let model = try didPanel(
            DifferenceInDifferences(
                treatedBefore: [6, 8, 5, 7, 9, 6],
                treatedAfter: [4, 3, 5, 4, 2, 5],
                controlBefore: [11, 14, 9, 13, 12, 10],
                controlAfter: [12, 11, 13, 10, 12, 11]
            )
        )
        let effect = try relativeEffectSize(
            area: BeforeAfter(before: 41, after: 23),
            control: BeforeAfter(before: 69, after: 69),
            phi: try #require(model.dispersion)
        )
        #expect(agrees(model.effectRatio, 1 / effect.effect))
        #expect(agrees(try #require(model.standardErrors)[3], effect.standardErrorOfLog))
        #expect(throws: StatisticsError.notEstimable(model: "the difference in differences")) {
            try didPanel(
                DifferenceInDifferences(
                    treatedBefore: [1, 2],
                    treatedAfter: [0, 0],
                    controlBefore: [3],
                    controlAfter: [4]
                )
            )
        }
    }

    @Test("a permutation test counts the real division, so that p is never 0")
    func permutations() throws {
        let far = try permutationDiff([100, 101, 102], [1, 2, 3], seed: 1)
        #expect(far.total == 20)
        #expect(far.count == 2)
        #expect(far.seed == nil)
        let same = try permutationDiff([4, 4], [4, 4, 4], seed: 1)
        #expect(same.pValue == 1)
        let single = try permutationDiff([4], [9], seed: 1)
        #expect(single.count == 2 && single.total == 2)
        #expect(throws: StatisticsError.self) { try permutationDiff([], [1], seed: 1) }
    }

    @Test("sampled divisions give about the p-value of all of them, and the same one for the same seed")
    func sampled() throws {
        let x: [Double] = [6, 8, 5, 7, 9, 6, 7]
        let y: [Double] = [4, 3, 5, 4, 7, 5, 6]
        let all = try permutationDiff(x, y, seed: 7)
        let some = try permutationDiff(x, y, limit: 100, seed: 7)
        #expect(all.total == 3_432)
        #expect(some.total == 9_999)
        #expect(some.seed == 7)
        #expect(abs(some.pValue - all.pValue) < 0.01)
        #expect(try permutationDiff(x, y, limit: 100, seed: 7) == some)
        #expect(try permutationDiff(x, y, limit: 100, seed: 8).count != some.count)
        let long = try permutationDiff((0..<80).map(Double.init), (0..<80).map { Double($0) + 0.5 }, seed: 3)
        #expect(long.total == 9_999)
    }

    @Test("the worst of equal areas falls back to their mean; areas that differ truly do not")
    func regression() throws {
        let chance = try regressionToMean(counts: [19, 20, 21, 27, 15, 18], pick: 3)
        #expect(chance.reliability == 0)
        #expect(chance.expectedNext == 20)
        #expect(agrees(try #require(chance.expectedDropPercent), 100 * 7 / 27))
        let real = try regressionToMean(counts: [100, 1_000, 10_000], pick: 2)
        #expect(real.reliability > 0.99)
        #expect(try regressionToMean(counts: [0, 5], pick: 0).expectedDropPercent == nil)
        #expect(try regressionToMean(counts: [0, 0], pick: 0).reliability == 0)
        #expect(throws: StatisticsError.self) { try regressionToMean(counts: [1], pick: 1) }
        #expect(throws: StatisticsError.self) { try regressionToMean(counts: [], pick: 0) }
    }

    @Test("the generator gives the published numbers of its seed")
    func generator() {
        var generator = SeededGenerator(seed: 1_234_567)
        #expect(
            (0..<3).map { _ in generator.next() } == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            ]
        )
    }
}
