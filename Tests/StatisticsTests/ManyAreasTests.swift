import Testing

@testable import Statistics

@Suite("Counts of many areas")
struct ManyAreasTests {
    @Test("Byar's interval is within a tenth of Garwood's from 10 upward", arguments: [10, 65, 400])
    func byar(count: Int) throws {
        let near = try poissonByar(count: Double(count))
        let exact = try garwoodInterval(count: count)
        #expect(abs(near.lower - exact.lower) < 0.1)
        #expect(abs(near.upper - exact.upper) < 0.1)
        #expect(try poissonByar(count: 0).lower == 0)
    }

    @Test("an observed over expected ratio has its p-value below 5 % exactly when its interval leaves out 1")
    func ratio() throws {
        for observed in 0...40 {
            for expected in [0.3, 6.2, 17] {
                let result = try #require(try smr(observed: observed, expected: expected))
                #expect((result.pValue < 0.05) == !result.interval.contains(1), "\(observed) and \(expected)")
                #expect(result.interval.contains(result.ratio))
            }
        }
        #expect(try smr(observed: 3, expected: 0) == nil)
        #expect(throws: StatisticsError.self) { try smr(observed: 3, expected: -1) }
    }

    @Test("the funnel narrows with what is expected, and the wide limits lie outside the narrow ones")
    func funnel() throws {
        var before: FunnelLimits?
        for expected in [0.01, 0.3, 2, 6.24, 40, 1_000, 1e6] {
            let limits = try #require(try funnelPoisson(expected: expected))
            #expect(limits.wide.lower <= limits.narrow.lower && limits.narrow.upper < limits.wide.upper)
            #expect(limits.narrow.contains(1) || expected < 0.1)
            if let before { #expect(limits.wide.upper < before.wide.upper) }
            before = limits
        }
        let large = try #require(try funnelPoisson(expected: 1e6))
        #expect(agrees((large.narrow.upper - 1) * 1_000, 1.959963984540054, absolute: 2e-3))
        #expect(try funnelPoisson(expected: 0) == nil)
    }

    @Test("counts of chance have a dispersion of about 1 and seldom fire; twice the variance is found")
    func dispersion() throws {
        var simulation = Simulation(seed: 46)
        var sum = 0.0
        let fired = try simulation.rate(1_000) { simulation in
            let result = try dispersionTest((0..<36).map { _ in Double(simulation.poisson(6)) })
            sum += try #require(result.phi)
            return try #require(result.pOver) < 0.05
        }
        #expect(agrees(sum / 1_000, 1, absolute: 0.03))
        #expect((0.03...0.07).contains(fired), "\(fired)")
        let doubled = try dispersionTest([0, 12, 0, 12, 4, 8, 0, 12, 0, 12, 2, 10])
        #expect(doubled.inflation > 2)
    }

    @Test("equal counts do not disperse; none, or one, have no dispersion")
    func noDispersion() throws {
        let equal = try dispersionTest([5, 5, 5])
        #expect(equal.statistic == 0)
        #expect(equal.pOver == 1)
        #expect(equal.inflation == 1)
        #expect(try dispersionTest([0, 0]) == Dispersion(statistic: nil, phi: nil, pOver: nil))
        #expect(try dispersionTest([]) == Dispersion(statistic: nil, phi: nil, pOver: nil))
        #expect(try dispersionTest([5]) == Dispersion(statistic: 0, phi: nil, pOver: nil))
    }

    @Test("a shrunken rate lies between the area's own and the common one, the nearer the smaller the area")
    func shrinking() throws {
        let counts = [0.0, 9, 40, 2, 30]
        let exposures = [10.0, 30, 400, 100, 90]
        let rates = try #require(try ebMarshall(counts: counts, exposures: exposures))
        #expect(rates.variance > 0)
        for index in counts.indices {
            let own = counts[index] / exposures[index]
            let shrunk = rates.rates[index]
            #expect(min(own, rates.commonRate)...max(own, rates.commonRate) ~= shrunk)
        }
        let kept = zip(counts, exposures).enumerated().map { index, area in
            (rates.rates[index] - rates.commonRate) / (area.0 / area.1 - rates.commonRate)
        }
        #expect(kept[2] > kept[3] && kept[3] > kept[0])
    }

    @Test("areas that differ by chance alone get the common rate; without events all are 0")
    func noVariance() throws {
        let alike = try #require(try ebMarshall(counts: [10, 20], exposures: [100, 200]))
        #expect(alike.rawVariance < 0)
        #expect(alike.rates == [0.1, 0.1])
        #expect(try #require(try ebMarshall(counts: [0, 0], exposures: [5, 9])).rates == [0, 0])
        #expect(try ebMarshall(counts: [], exposures: []) == nil)
        #expect(throws: StatisticsError.self) { try ebMarshall(counts: [1], exposures: [0]) }
        #expect(throws: StatisticsError.self) { try ebMarshall(counts: [1], exposures: [1, 2]) }
    }

    @Test("more events raise the posterior, and the chance of lying above the reference falls with that")
    func posterior() throws {
        var before: PosteriorRate?
        for count in 0...20 {
            let rate = try gammaPoisson(count: Double(count), exposure: 60, shape: 4, rate: 100, reference: 0.05)
            let interval = try #require(rate.interval)
            #expect(interval.contains(rate.mean))
            if let before { #expect(try #require(before.pAbove) < (try #require(rate.pAbove))) }
            before = rate
        }
        let atLower = try gammaPoisson(count: 3, exposure: 60, shape: 4, rate: 100, reference: 0.017589769071999172)
        #expect(agrees(try #require(atLower.pAbove), 0.975))
        #expect(
            try gammaPoisson(count: 0, exposure: 5, shape: 0, rate: 0, reference: 1)
                == PosteriorRate(mean: 0, interval: nil, pAbove: nil)
        )
        #expect(throws: StatisticsError.self) {
            try gammaPoisson(count: 0, exposure: 0, shape: 1, rate: 0, reference: 1)
        }
    }

    @Test("hiding never leaves exactly one hidden count while another could hide it, and never hides a 0")
    func suppressing() throws {
        var simulation = Simulation(seed: 49)
        for _ in 0..<500 {
            let counts = (0..<simulation.number(0...7)).map { _ in simulation.number(0...12) }
            let row = try suppressSmall(counts)
            let hidden = counts.indices.filter { row.shown[$0] == nil }
            #expect(row.total == counts.reduce(0, +))
            #expect(counts.indices.allSatisfy { (1..<5).contains(counts[$0]) ? hidden.contains($0) : true })
            #expect(hidden.allSatisfy { counts[$0] > 0 })
            #expect(row.totalBetrays == (hidden.count == 1))
            if hidden.count == 1 { #expect(counts.count { $0 > 0 } == 1) }
        }
    }

    @Test("the second hidden count is the smallest, the first of equal ones; a threshold of 0 or 1 hides nothing")
    func secondary() throws {
        #expect(try suppressSmall([12, 9, 3, 9]).shown == [12, nil, nil, 9])
        #expect(try suppressSmall([1, 2, 0], threshold: 1).shown == [1, 2, 0])
        #expect(try suppressSmall([1, 2, 0], threshold: 0).shown == [1, 2, 0])
        #expect(throws: StatisticsError.self) { try suppressSmall([3, -1]) }
    }
}
