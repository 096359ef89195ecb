import Testing

@testable import Statistics

@Suite("Share, exactly")
struct ExactShareTests {
    @Test("whatever the true share, at least 95 % of the Clopper-Pearson intervals cover it", arguments: [1, 2, 9, 31])
    func coverage(n: Int) throws {
        let intervals = try (0...n).map { try #require(try propClopperPearson(x: $0, n: n)).interval }
        for step in 1..<200 {
            let share = Double(step) / 200
            let covered = intervals.indices.filter { intervals[$0].contains(share) }
                .map { binomial($0, n, share) }
                .reduce(0, +)
            #expect(covered >= 0.95, "share \(share)")
        }
    }

    @Test("counting no instead of yes mirrors the interval, and between the ends it is wider than Wilson's")
    func symmetry() throws {
        for n in [1, 5, 36, 113] {
            for x in 0...n {
                let yes = try #require(try propClopperPearson(x: x, n: n))
                let no = try #require(try propClopperPearson(x: n - x, n: n))
                #expect(agrees(yes.lower, 1 - no.upper, absolute: 1e-14))
                #expect(yes.interval.contains(yes.p))
                guard x > 0, x < n else { continue }
                let wilson = try #require(try propWilson(x: x, n: n))
                #expect(yes.upper - yes.lower > wilson.upper - wilson.lower)
            }
        }
    }

    @Test("the ends are exact, and no answers give no share")
    func ends() throws {
        for n in [1, 40, 1_000_000] {
            #expect(try #require(try propClopperPearson(x: 0, n: n)).lower == 0)
            #expect(try #require(try propClopperPearson(x: n, n: n)).upper == 1)
        }
        #expect(try propClopperPearson(x: 0, n: 0) == nil)
        #expect(try propHypergeomExact(x: 0, n: 0, population: 9) == nil)
    }

    @Test("whatever the number of yes in the list, at least 95 % of the hypergeometric intervals cover it")
    func listCoverage() throws {
        let intervals = try (0...15).map { try #require(try propHypergeomExact(x: $0, n: 15, population: 40)) }
        for yes in 0...40 {
            let covered = (0...15).filter { intervals[$0].lowerCount <= yes && yes <= intervals[$0].upperCount }
                .map { choose(yes, $0) * choose(40 - yes, 15 - $0) / choose(40, 15) }
                .reduce(0, +)
            #expect(covered >= 0.95, "\(yes) of 40")
        }
    }

    @Test("the limits lie within the list, around the share, and mirror when yes and no are swapped")
    func listLimits() throws {
        for (n, population) in [(1, 1), (1, 20), (7, 7), (15, 40), (36, 113)] {
            for x in 0...n {
                let yes = try #require(try propHypergeomExact(x: x, n: n, population: population))
                let no = try #require(try propHypergeomExact(x: n - x, n: n, population: population))
                #expect((x...(population - (n - x))).contains(yes.lowerCount))
                #expect((x...(population - (n - x))).contains(yes.upperCount))
                #expect(yes.lowerCount == population - no.upperCount)
                #expect(yes.interval.contains(Double(x) / Double(n)))
            }
        }
    }

    @Test("a probability that equals the tail is not rounded below it")
    func tie() throws {
        // P(X ≥ 1 | K = 1) = 1/20, and half of 1 − 0.9 is a little less than 0.05 in binary.
        let interval = try #require(try propHypergeomExact(x: 1, n: 1, population: 20, conf: Confidence(0.9)))
        #expect(interval.lowerCount == 1)
    }

    @Test(
        "in a long list the hypergeometric interval becomes Clopper-Pearson's, the corrected Wilson's becomes Wilson's"
    )
    func longList() throws {
        let exact = try #require(try propClopperPearson(x: 7, n: 31)).interval
        let listed = try #require(try propHypergeomExact(x: 7, n: 31, population: 10_000_000)).interval
        #expect(agrees(listed.lower, exact.lower, absolute: 1e-5))
        #expect(agrees(listed.upper, exact.upper, absolute: 1e-5))
        let wilson = try #require(try propWilson(x: 7, n: 31))
        let corrected = try #require(try propWilsonFPC(x: 7, n: 31, population: 1_000_000_000))
        #expect(agrees(wilson.lower, corrected.lower, absolute: 1e-7))
    }

    @Test("a weighted share lies between those of the whole numbers beside it")
    func weighted() throws {
        let half = try #require(try propWilson(x: 7.5, n: 31))
        let less = try #require(try propWilson(x: 7, n: 31))
        let more = try #require(try propWilson(x: 8, n: 31))
        #expect(less.lower < half.lower && half.lower < more.lower)
        #expect(less.upper < half.upper && half.upper < more.upper)
        #expect(throws: StatisticsError.self) { try propWilson(x: 7.5, n: 7.4) }
        #expect(throws: StatisticsError.self) { try propWilson(x: .nan, n: 7) }
    }
}

/// The chance of x among n, by exact products.
private func binomial(_ x: Int, _ n: Int, _ share: Double) -> Double {
    (0..<n).reduce(choose(n, x)) { product, trial in product * (trial < x ? share : 1 - share) }
}

private func choose(_ n: Int, _ k: Int) -> Double {
    guard k >= 0, k <= n else { return 0 }
    return (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) }
}
