import Testing

@testable import Statistics

@Suite("Series of months")
struct SeriesTests {
    private static let months = [
        31, 28, 30, 26, 25, 27, 24, 26, 29, 33, 35, 38, 29, 27, 33, 25, 27, 24, 22, 27, 31, 30, 36, 37, 30, 26, 29, 27,
        23, 25, 24, 25, 28, 31, 34, 36, 22, 20, 23, 18, 19, 20, 17, 19, 21, 24, 26, 27,
    ].map(Double.init)

    @Test("the indices of a year have a mean of 1, and adjusting undoes the season")
    func season() throws {
        let season = try seasonalIndex(Self.months)
        let index = season.index.compactMap { $0 }
        #expect(index.count == 12)
        #expect(agrees(index.reduce(0, +), 12))
        for (place, adjusted) in season.adjusted.enumerated() {
            #expect(agrees(try #require(adjusted) * index[place % 12], Self.months[place]))
        }
        #expect(season.fullYears == 4)
    }

    @Test("months beyond a full year are dropped, a month without events is not adjusted, and no year has no index")
    func shortSeason() throws {
        var counts = Array(Self.months.prefix(26))
        counts[3] = 0
        counts[15] = 0
        let season = try seasonalIndex(counts)
        #expect(season.adjusted.count == 24)
        #expect(season.index[3] == 0)
        #expect(season.adjusted[3] == nil && season.adjusted[15] == nil)
        let short = try seasonalIndex([1, 2, 3])
        #expect(short == SeasonalIndex(index: Array(repeating: nil, count: 12), adjusted: []))
        #expect(try seasonalIndex(Array(repeating: 0, count: 12)).index.allSatisfy { $0 == nil })
    }

    @Test("a control chart signals what lies outside, and narrows with the exposure")
    func chart() throws {
        let chart = try #require(try uChart(counts: [12, 9, 15, 11, 30, 8], exposures: [100, 100, 110, 110, 110, 90]))
        #expect(chart.signals == [4])
        #expect(chart.upper[2] < chart.upper[0] && chart.upper[0] < chart.upper[5])
        let still = try #require(try uChart(counts: [0, 0], exposures: [1, 1]))
        #expect(still.signals.isEmpty && still.upper == [0, 0])
        #expect(try uChart(counts: [], exposures: []) == nil)
        #expect(throws: StatisticsError.self) { try uChart(counts: [1], exposures: [0]) }
    }

    @Test("a trend of constant growth is found exactly, with hardly any error")
    func growth() throws {
        let model = try poissonTrend(counts: [1_000, 1_100, 1_210, 1_331, 1_464.1])
        #expect(agrees(model.effectRatio, 1.1))
        #expect(agrees(model.percentChange, 10))
        #expect(try #require(model.dispersion) < 1e-12)
    }

    @Test("the fit satisfies its equations: residuals are orthogonal to every column")
    func scores() throws {
        let counts: [Double] = [42, 38, 40, 33, 31, 27, 29]
        let exposures: [Double] = [1, 1.1, 0.9, 1, 1, 1.2, 1]
        let model = try poissonTrend(counts: counts, exposures: exposures)
        // e^x by its series, of small x only.
        let means = counts.indices.map {
            exposures[$0] * 40
                * expSeries(model.coefficients[0] - 3.6888794541139363 + model.coefficients[1] * Double($0))
        }
        let residuals = zip(counts, means).map { $0 - $1 }
        #expect(agrees(residuals.reduce(0, +), 0))
        #expect(agrees(residuals.enumerated().map { Double($0) * $1 }.reduce(0, +), 0, absolute: 1e-8))
        let pearson = zip(counts, means).map { ($0 - $1) * ($0 - $1) / $1 }.reduce(0, +)
        #expect(agrees(try #require(model.dispersion), pearson / 5))
    }

    @Test("another unit of exposure changes the level alone; reversing the series inverts the trend")
    func invariance() throws {
        let counts: [Double] = [42, 38, 40, 33, 31, 27, 29]
        let base = try poissonTrend(counts: counts)
        let scaled = try poissonTrend(counts: counts, exposures: counts.map { _ in 250 })
        let reversed = try poissonTrend(counts: counts.reversed())
        #expect(agrees(base.coefficients[1], scaled.coefficients[1]))
        #expect(agrees(base.coefficients[0] - scaled.coefficients[0], 5.521460917862246))
        #expect(agrees(base.coefficients[1], -reversed.coefficients[1]))
        #expect(agrees(try #require(base.dispersion), try #require(reversed.dispersion)))
    }

    @Test("the interval of a trend covers it about as often as it says, also with more variation than chance")
    func trendCoverage() throws {
        var simulation = Simulation(seed: 44)
        let covered = try simulation.rate(400) { simulation in
            // Doubled counts have twice the variance of chance.
            let counts = (0..<30).map { 2 * Double(simulation.poisson(15 * expSeries(-0.02 * Double($0)))) }
            return try #require(try poissonTrend(counts: counts).interval).contains(expSeries(-0.02))
        }
        #expect((0.92...0.97).contains(covered), "\(covered)")
    }

    @Test("two periods have a trend without error; what has no finite trend is refused")
    func noTrend() throws {
        let two = try poissonTrend(counts: [10, 5])
        #expect(agrees(two.effectRatio, 0.5))
        #expect(two.standardErrors == nil && two.interval == nil && two.dispersion == nil)
        #expect(throws: StatisticsError.notEstimable(model: "the trend")) { try poissonTrend(counts: [7, 0, 0, 0]) }
        #expect(throws: StatisticsError.notEstimable(model: "the trend")) { try poissonTrend(counts: [0, 0, 0]) }
        #expect(throws: StatisticsError.tooFew(name: "the list of counts", count: 1, needed: 2)) {
            try poissonTrend(counts: [7])
        }
        #expect(throws: StatisticsError.self) { try poissonTrend(counts: [7, 8], exposures: [1]) }
    }

    @Test("a step that was put in is found among season and trend")
    func step() throws {
        let counts = Self.months.prefix(36) + Self.months.prefix(24).map { $0 / 2 }
        let series = InterruptedTimeSeries(
            counts: Array(counts),
            start: 36,
            months: (0..<60).map { $0 % 12 + 1 }
        )
        let model = try its(series)
        #expect(model.coefficients.count == 7)
        #expect((0.4...0.6).contains(model.effectRatio))
        #expect(try #require(model.interval).upper < 0.75)
        #expect(try its(series, harmonics: 0).coefficients.count == 3)
    }

    @Test("fewer than 24 months before or 12 after, and a step at the very start, are refused")
    func shortSeries() {
        func fit(_ start: Int, _ length: Int) throws -> RateModel {
            try its(
                InterruptedTimeSeries(
                    counts: Array(Self.months.prefix(length)),
                    start: start,
                    months: (0..<length).map { $0 % 12 + 1 }
                )
            )
        }
        #expect(throws: StatisticsError.tooFew(name: "the series before the start", count: 23, needed: 24)) {
            try fit(23, 48)
        }
        #expect(throws: StatisticsError.tooFew(name: "the series after the start", count: 11, needed: 12)) {
            try fit(36, 47)
        }
        #expect(throws: StatisticsError.notEstimable(model: "the interrupted time series")) {
            try its(
                InterruptedTimeSeries(counts: Self.months, start: 0, months: (0..<48).map { $0 % 12 + 1 }),
                needing: 0,
                and: 0
            )
        }
    }
}

private func expSeries(_ x: Double) -> Double {
    var (term, sum) = (1.0, 1.0)
    for index in 1...60 {
        term *= abs(x) / Double(index)
        sum += term
    }
    return x < 0 ? 1 / sum : sum
}
