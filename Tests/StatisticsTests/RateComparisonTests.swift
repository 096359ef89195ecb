import Testing

@testable import Statistics

@Suite("Rates against each other")
struct RateComparisonTests {
    private static let counts = [(18, 340.0, 210, 6_200.0), (2, 17_877, 9, 16_660), (0, 100, 6, 150), (40, 1, 12, 2)]

    @Test("swapping the rates inverts the ratio and its limits and keeps both p-values", arguments: counts)
    func swap(x1: Int, e1: Double, x2: Int, e2: Double) throws {
        let forth = try rateRatioExact(x1: x1, e1: e1, x2: x2, e2: e2)
        let back = try rateRatioExact(x1: x2, e1: e2, x2: x1, e2: e1)
        if let ratio = back.ratio, ratio > 0 { #expect(agrees(try #require(forth.ratio), 1 / ratio)) }
        if let upper = forth.upper { #expect(agrees(back.lower, 1 / upper)) }
        #expect(agrees(forth.pCentral, back.pCentral))
        #expect(agrees(forth.pMinlike, back.pMinlike))
        #expect((back.upper == nil) == (x1 == 0))
    }

    @Test("the central p-value is below 5 % exactly when the interval leaves out 1")
    func agreement() throws {
        for x1 in 0...30 {
            for x2 in [0, 1, 4, 11, 25] {
                let result = try rateRatioExact(x1: x1, e1: 2, x2: x2, e2: 3)
                let leavesOut = result.lower > 1 || (result.upper.map { $0 < 1 } ?? false)
                #expect((result.pCentral < 0.05) == leavesOut, "\(x1) and \(x2)")
            }
        }
    }

    @Test("both exposures times the same change nothing; one exposure twice halves the ratio")
    func exposure() throws {
        let base = try rateRatioExact(x1: 18, e1: 340, x2: 210, e2: 6_200)
        let scaled = try rateRatioExact(x1: 18, e1: 3.4, x2: 210, e2: 62)
        let longer = try rateRatioExact(x1: 18, e1: 680, x2: 210, e2: 6_200)
        #expect(agrees(base.lower, scaled.lower))
        #expect(agrees(base.pMinlike, scaled.pMinlike))
        #expect(agrees(try #require(base.ratio), 2 * (try #require(longer.ratio))))
        #expect(agrees(base.lower, 2 * longer.lower))
    }

    @Test("the interval of the ratio covers at least as often as it says")
    func coverage() throws {
        var simulation = Simulation(seed: 42)
        let covered = try simulation.rate(3_000) { simulation in
            let result = try rateRatioExact(x1: simulation.poisson(12), e1: 1, x2: simulation.poisson(40), e2: 2)
            return result.lower <= 0.6 && (result.upper.map { 0.6 <= $0 } ?? true)
        }
        #expect((0.95...0.985).contains(covered), "\(covered)")
    }

    @Test("nothing counted says nothing, and an exposure of 0 is refused")
    func nothing() throws {
        let none = try rateRatioExact(x1: 0, e1: 100, x2: 0, e2: 150)
        #expect(none.ratio == nil && none.upper == nil)
        #expect(none.lower == 0 && none.pCentral == 1 && none.pMinlike == 1)
        #expect(throws: StatisticsError.notPositive(name: "the second exposure", value: 0)) {
            try rateRatioExact(x1: 1, e1: 1, x2: 1, e2: 0)
        }
        #expect(throws: StatisticsError.self) { try rateRatioExact(x1: -1, e1: 1, x2: 1, e2: 1) }
    }

    @Test(
        "the falls that can be shown are those of the handbook",
        arguments: [
            (5, nil), (6, 0), (10, 2), (15, 5), (20, 8), (30, 15), (50, 31), (75, 51), (100, 73), (150, 117),
            (200, 161),
        ]
    )
    func detectable(before: Int, after: Int?) throws {
        #expect(try minimumDetectableChange(before: before) == after)
    }

    @Test("one more than the fall that can be shown cannot be shown", arguments: [6, 20, 137, 5_000])
    func detectableLimit(before: Int) throws {
        let after = try #require(try minimumDetectableChange(before: before, exposure: 2, planned: 3))
        let shown = try rateRatioExact(x1: after, e1: 3, x2: before, e2: 2)
        let next = try rateRatioExact(x1: after + 1, e1: 3, x2: before, e2: 2)
        #expect(shown.pCentral < 0.05)
        #expect(next.pCentral >= 0.05)
    }

    @Test("both E-tests agree over equal exposures, do not care about the order, and are less cautious")
    func eTests() throws {
        for (k1, k2) in [(10, 5), (6, 2), (0, 4), (30, 31), (100, 70)] {
            let equal = try eTest(k1: k1, n1: 1, k2: k2, n2: 1)
            #expect(agrees(equal.pWald, equal.pScore))
            let forth = try eTest(k1: k1, n1: 2, k2: k2, n2: 3)
            let back = try eTest(k1: k2, n1: 3, k2: k1, n2: 2)
            #expect(agrees(forth.pWald, back.pWald))
            #expect(agrees(forth.pScore, back.pScore))
            #expect(equal.pWald <= (try rateRatioExact(x1: k1, e1: 1, x2: k2, e2: 1)).pCentral + 1e-12)
        }
        #expect(try eTest(k1: 0, n1: 1, k2: 0, n2: 2) == ETest(pWald: 1, pScore: 1))
        #expect(agrees(try eTest(k1: 6, n1: 1, k2: 4, n2: 1.0).pWald, try eTest(k1: 4, n1: 5, k2: 6, n2: 5).pWald))
    }

    @Test("the E-test counted out over every pair of counts gives the same")
    func eTestCounted() throws {
        let (k1, n1, k2, n2) = (7.0, 2.0, 3.0, 3.0)
        let rate = (k1 + k2) / (n1 + n2)
        func statistic(_ i: Double, _ j: Double) -> Double {
            let variance = i / (n1 * n1) + j / (n2 * n2)
            return variance > 0 ? abs(i / n1 - j / n2) / variance.squareRoot() : 0
        }
        let observed = statistic(k1, k2) * (1 - 1e-12)
        let first = masses(mean: n1 * rate)
        let second = masses(mean: n2 * rate)
        var sum = 0.0
        for i in first.indices {
            for j in second.indices where statistic(Double(i), Double(j)) >= observed { sum += first[i] * second[j] }
        }
        #expect(agrees(try eTest(k1: 7, n1: 2, k2: 3, n2: 3).pWald, sum, relative: 1e-12))
    }

    @Test("an E-test of large counts is near the normal one")
    func eTestLarge() throws {
        let large = try eTest(k1: 1_000_000, n1: 1, k2: 1_002_500, n2: 1)
        let z = 2_500 / 2_002_500.0.squareRoot()
        #expect(z > 1.76 && z < 1.77)
        #expect(agrees(large.pWald, 0.0773, absolute: 5e-4))
    }
}

private func masses(mean: Double) -> [Double] {
    var term = (1...1_000).reduce(1.0) { product, _ in product * (1 - mean / 1_000) }
    // The product is only near e^−mean: the sum of all masses sets the scale.
    var all = [term]
    for k in 1...80 {
        term *= mean / Double(k)
        all.append(term)
    }
    let sum = all.reduce(0, +)
    return all.map { $0 / sum }
}
