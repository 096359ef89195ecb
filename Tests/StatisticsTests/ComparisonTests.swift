import Testing

@testable import Statistics

@Suite("Two groups or measurements")
struct ComparisonTests {
    private static let pairs: [(Double, Double, Double, Double)] = [
        (30, 50, 18, 45), (0, 20, 5, 25), (0, 10, 12, 12), (1, 1, 0, 1), (7, 9, 300, 1_000),
    ]

    @Test("swapping two shares turns the sign and keeps the p-value", arguments: pairs)
    func swap(x1: Double, n1: Double, x2: Double, n2: Double) throws {
        let forth = try #require(try twoPropTest(x1: x1, n1: n1, x2: x2, n2: n2))
        let back = try #require(try twoPropTest(x1: x2, n1: n2, x2: x1, n2: n1))
        #expect(agrees(forth.z, -back.z))
        #expect(agrees(forth.pValue, back.pValue))
        let there = try #require(try newcombeDiff(x1: x1, n1: n1, x2: x2, n2: n2))
        let again = try #require(try newcombeDiff(x1: x2, n1: n2, x2: x1, n2: n1))
        #expect(agrees(there.interval.lower, -again.interval.upper))
        #expect(agrees(there.interval.upper, -again.interval.lower))
        #expect(there.interval.contains(there.difference))
        #expect(there.interval.lower >= -1 && there.interval.upper <= 1)
    }

    @Test("Newcombe's interval covers the difference about as often as it says", arguments: [(0.4, 0.25), (0.05, 0.1)])
    func newcombeCoverage(p1: Double, p2: Double) throws {
        var simulation = Simulation(seed: 10)
        let covered = try simulation.rate(4_000) { simulation in
            let (x1, x2) = (simulation.binomial(50, p1), simulation.binomial(45, p2))
            let difference = try newcombeDiff(x1: Double(x1), n1: 50, x2: Double(x2), n2: 45)
            return try #require(difference).interval.contains(p1 - p2)
        }
        #expect((0.94...0.97).contains(covered), "\(covered)")
    }

    @Test("when nothing differs the z-test fires about as often as its level")
    func level() throws {
        var simulation = Simulation(seed: 17)
        let fired = try simulation.rate(4_000) { simulation in
            let (x1, x2) = (simulation.binomial(80, 0.3), simulation.binomial(60, 0.3))
            return try #require(try twoPropTest(x1: Double(x1), n1: 80, x2: Double(x2), n2: 60)).pValue < 0.05
        }
        #expect((0.04...0.06).contains(fired), "\(fired)")
    }

    @Test("when everybody or nobody said yes nothing differs; without answers nothing can be said")
    func flat() throws {
        #expect(try twoPropTest(x1: 0, n1: 10, x2: 0, n2: 12) == ZTest(z: 0, pValue: 1))
        #expect(try twoPropTest(x1: 10, n1: 10, x2: 12, n2: 12) == ZTest(z: 0, pValue: 1))
        #expect(try twoPropTest(x1: 0, n1: 0, x2: 1, n2: 12) == nil)
        #expect(try newcombeDiff(x1: 0, n1: 0, x2: 1, n2: 12) == nil)
        #expect(throws: StatisticsError.self) { try twoPropTest(x1: 3, n1: 2, x2: 1, n2: 12) }
    }

    @Test("corrected limits narrow the difference")
    func correctedDifference() throws {
        let plain = try #require(try newcombeDiff(x1: 16, n1: 36, x2: 20, n2: 40))
        let corrected = newcombeDiff(
            try #require(try propWilsonFPC(x: 16, n: 36, population: 113)),
            try #require(try propWilsonFPC(x: 20, n: 40, population: 113))
        )
        #expect(corrected.difference == plain.difference)
        #expect(corrected.interval.lower > plain.interval.lower)
        #expect(corrected.interval.upper < plain.interval.upper)
    }

    @Test("Fisher's p-value is the sum over all tables at most as likely, counted out")
    func fisher() throws {
        for (a, b, c, d) in [(8, 2, 1, 5), (3, 0, 0, 3), (2, 7, 8, 2), (10, 10, 10, 10), (0, 4, 6, 1)] {
            let ways = (0...(a + b)).map { choose(a + c, $0) * choose(b + d, a + b - $0) }
            let expected = ways.filter { $0 <= ways[a] * (1 + 1e-7) }.reduce(0, +) / ways.reduce(0, +)
            #expect(agrees(try fisherExact(a, b, c, d), expected, relative: 1e-13, absolute: 0))
            #expect(agrees(try fisherExact(a, c, b, d), expected, relative: 1e-13, absolute: 0))
            #expect(agrees(try fisherExact(d, c, b, a), expected, relative: 1e-13, absolute: 0))
        }
    }

    @Test("an empty row or column leaves nothing to test; a negative cell is refused")
    func emptyTable() throws {
        #expect(try fisherExact(0, 0, 3, 4) == 1)
        #expect(try fisherExact(0, 5, 0, 4) == 1)
        #expect(try fisherExact(0, 0, 0, 0) == 1)
        #expect(throws: StatisticsError.self) { try fisherExact(-1, 2, 3, 4) }
    }

    @Test("McNemar's test does not care which way was first, and its mid-p lies below the exact one")
    func mcNemarSymmetry() throws {
        for (b, c) in [(12, 5), (0, 9), (7, 7), (150, 86)] {
            let forth = try mcNemar(PairedTable(yesYes: 4, yesNo: b, noYes: c, noNo: 2))
            #expect(forth == (try mcNemar(PairedTable(yesYes: 0, yesNo: c, noYes: b, noNo: 90))))
            #expect(forth.pMid <= forth.pExact)
            let corrected = try #require(forth.corrected)
            #expect(corrected.pValue >= (try #require(forth.chiSquare)).pValue)
        }
        #expect(try mcNemar(PairedTable(yesYes: 4, yesNo: 0, noYes: 1, noNo: 2)).corrected?.statistic == 0)
        let same = try mcNemar(PairedTable(yesYes: 30, yesNo: 0, noYes: 0, noNo: 10))
        #expect(same == McNemarTest(pExact: 1, pMid: 1, chiSquare: nil, corrected: nil))
    }

    @Test("McNemar's exact test never fires more often than its level, the mid-p hardly")
    func mcNemarLevel() throws {
        for n in [6, 17, 40] {
            let tests = try (0...n).map { try mcNemar(PairedTable(yesYes: 0, yesNo: $0, noYes: n - $0, noNo: 0)) }
            let weights = (0...n).map { (0..<n).reduce(choose(n, $0)) { product, _ in product / 2 } }
            let exact = tests.indices.filter { tests[$0].pExact <= 0.05 }.map { weights[$0] }.reduce(0, +)
            let mid = tests.indices.filter { tests[$0].pMid <= 0.05 }.map { weights[$0] }.reduce(0, +)
            #expect(exact <= 0.05)
            #expect(mid >= exact && mid <= 0.06)
        }
    }

    @Test("the paired change turns its sign with the direction, and its interval covers as often as it says")
    func pairedChange() throws {
        let forth = try #require(try pairedPropDiff(PairedTable(yesYes: 20, yesNo: 12, noYes: 5, noNo: 9)))
        let back = try #require(try pairedPropDiff(PairedTable(yesYes: 9, yesNo: 5, noYes: 12, noNo: 20)))
        #expect(agrees(forth.interval.lower, -back.interval.upper))
        #expect(forth.difference < 0)
        #expect(try pairedPropDiff(PairedTable(yesYes: 0, yesNo: 0, noYes: 0, noNo: 0)) == nil)
        let all = try #require(try pairedPropDiff(PairedTable(yesYes: 0, yesNo: 3, noYes: 0, noNo: 0)))
        #expect(all.interval.lower == -1)
        var simulation = Simulation(seed: 5)
        let covered = try simulation.rate(4_000) { simulation in
            var counts = [0, 0, 0, 0]
            for _ in 0..<40 {
                let share = simulation.share()
                counts[share < 0.3 ? 0 : share < 0.5 ? 1 : share < 0.6 ? 2 : 3] += 1
            }
            let table = PairedTable(yesYes: counts[0], yesNo: counts[1], noYes: counts[2], noNo: counts[3])
            return try #require(try pairedPropDiff(table)).interval.contains(-0.1)
        }
        #expect((0.94...0.975).contains(covered), "\(covered)")
    }
}

private func choose(_ n: Int, _ k: Int) -> Double {
    guard k >= 0, k <= n else { return 0 }
    return (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) }
}
