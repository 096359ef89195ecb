import Testing

@testable import Statistics

@Suite("Order, many tests and power")
struct RankingTests {
    @Test("the exact p-value is counted over all ways of dividing the ranks")
    func counted() throws {
        let (x, y): ([Double], [Double]) = ([19, 22, 16, 29, 24], [20, 11, 17, 12])
        let all = (x + y).sorted()
        let observed = try #require(try mannWhitney(x, y))
        var (extreme, total) = (0, 0)
        for mask in 0..<(1 << 9) where mask.nonzeroBitCount == 5 {
            let chosen = (0..<9).filter { mask >> $0 & 1 == 1 }
            let u = chosen.map { $0 + 1 }.reduce(0, +) - 15
            total += 1
            if Double(max(u, 20 - u)) >= max(observed.u1, 20 - observed.u1) { extreme += 1 }
        }
        #expect(all.count == 9)
        #expect(total == 126)
        #expect(agrees(observed.pValue, Double(extreme) / Double(total), relative: 1e-14, absolute: 0))
    }

    @Test("swapping the groups mirrors U and keeps the p-value; only the order of the marks counts")
    func symmetry() throws {
        var simulation = Simulation(seed: 20)
        for size in [(1, 1), (3, 8), (20, 20), (30, 14)] {
            for scale in [1.0, 0.3] {
                // The smaller scale, rounded, makes ties.
                let draw = { (simulation: inout Simulation) in (simulation.normal() * 10 * scale).rounded() }
                let x = (0..<size.0).map { _ in draw(&simulation) }
                let y = (0..<size.1).map { _ in draw(&simulation) }
                let forth = try #require(try mannWhitney(x, y))
                let back = try #require(try mannWhitney(y, x))
                #expect(forth.u1 + back.u1 == Double(size.0 * size.1))
                #expect(agrees(forth.pValue, back.pValue))
                #expect(agrees(forth.cliffDelta, -back.cliffDelta))
                let cubed = try #require(try mannWhitney(x.map { $0 * $0 * $0 }, y.map { $0 * $0 * $0 }))
                #expect(cubed == forth)
            }
        }
    }

    @Test("the exact p-value gives way to the normal one above 400 pairs, where they are nearly the same")
    func border() throws {
        let x = (0..<20).map { Double($0) * 2.1 + 6 }
        let y = (0..<20).map { Double($0) * 1.9 }
        let exact = try #require(try mannWhitney(x, y))
        #expect(exact.method == .exact)
        let z = (max(exact.u1, 400 - exact.u1) - 200.5) / (400.0 * 41 / 12).squareRoot()
        #expect(abs(exact.pValue - 2 * NormalDistribution.upperTail(z)) < 0.003)
        #expect(try #require(try mannWhitney(x + [1e6], y)).method == .asymptotic)
        #expect(try #require(try mannWhitney([x[0]], [x[0], 3])).method == .asymptotic)
    }

    @Test("equal marks differ in nothing, and an empty group has no test")
    func equal() throws {
        let same = try #require(try mannWhitney([7, 7, 7], [7, 7]))
        #expect(same == MannWhitneyTest(u1: 3, pValue: 1, method: .asymptotic, superiority: 0.5))
        #expect(try mannWhitney([], [1]) == nil)
        #expect(throws: StatisticsError.self) { try mannWhitney([.nan], [1]) }
    }

    @Test("Holm is never below Benjamini-Hochberg, and that never below the p-value; the order of input does not count")
    func adjusting() throws {
        var simulation = Simulation(seed: 48)
        for _ in 0..<200 {
            let p = (0..<simulation.number(1...12)).map { _ in (simulation.share() * 20).rounded() / 20 }
            let adjusted = try pAdjust(p)
            for index in p.indices {
                #expect(adjusted.holm[index] >= adjusted.benjaminiHochberg[index])
                #expect(adjusted.benjaminiHochberg[index] >= p[index])
                #expect(adjusted.holm[index] <= 1)
            }
            #expect(try pAdjust(p.reversed()).holm == adjusted.holm.reversed())
            #expect(try pAdjust(p.reversed()).benjaminiHochberg == adjusted.benjaminiHochberg.reversed())
        }
    }

    @Test("one p-value stays as it is, none gives none, and what is no probability is refused")
    func fewPValues() throws {
        #expect(try pAdjust([0.03]) == AdjustedPValues(holm: [0.03], benjaminiHochberg: [0.03]))
        #expect(try pAdjust([]).holm.isEmpty)
        #expect(throws: StatisticsError.self) { try pAdjust([0.5, 1.1]) }
        #expect(throws: StatisticsError.self) { try pAdjust([.nan]) }
    }

    @Test("with the number asked for, the test finds the difference as often as the power says")
    func power() throws {
        let n = try #require(try powerTwoPropN(p1: 0.4, p2: 0.25)).n
        #expect(n == 152)
        var simulation = Simulation(seed: 152)
        let found = try simulation.rate(2_000) { simulation in
            let (x1, x2) = (simulation.binomial(n, 0.4), simulation.binomial(n, 0.25))
            let test = try twoPropTest(x1: Double(x1), n1: Double(n), x2: Double(x2), n2: Double(n))
            return try #require(test).pValue < 0.05
        }
        #expect((0.775...0.83).contains(found), "\(found)")
    }

    @Test("a smaller difference, more power or a stricter test takes more answers; no difference takes endless ones")
    func powerOrder() throws {
        let base = try #require(try powerTwoPropN(p1: 0.4, p2: 0.25)).exact
        #expect(try #require(try powerTwoPropN(p1: 0.25, p2: 0.4)).exact == base)
        #expect(try #require(try powerTwoPropN(p1: 0.4, p2: 0.3)).exact > base)
        #expect(try #require(try powerTwoPropN(p1: 0.4, p2: 0.25, power: 0.9)).exact > base)
        #expect(try #require(try powerTwoPropN(p1: 0.4, p2: 0.25, alpha: 0.01)).exact > base)
        #expect(try powerTwoPropN(p1: 0.3, p2: 0.3) == nil)
        #expect(throws: StatisticsError.self) { try powerTwoPropN(p1: 0.4, p2: 0.25, power: 1) }
    }
}
