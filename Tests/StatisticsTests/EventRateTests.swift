import Statistics
import Testing

@Suite("Rate of events")
struct EventRateTests {
    @Test("Garwood's interval agrees with the reference vectors", arguments: RateCase.all)
    func vectors(_ example: RateCase) throws {
        let result = try poissonGarwood(count: example.count, exposure: example.exposure, per: example.per)
        #expect(agrees(result.rate, example.rate))
        #expect(agrees(result.lower, example.lower))
        #expect(agrees(result.upper, example.upper))
    }

    @Test("each bound leaves exactly the tail that the confidence allows", arguments: [0.8, 0.95, 0.999])
    func definition(level: Double) throws {
        let tail = (1 - level) / 2
        for count in Array(0...60) + [137, 400] {
            let interval = try garwoodInterval(count: count, conf: Confidence(level))
            let atMost = (0...count).map { poisson($0, mean: interval.upper) }.reduce(0, +)
            #expect(agrees(atMost, tail, relative: 1e-9, absolute: 0))
            guard count > 0 else { continue }
            let fewer = (0..<count).map { poisson($0, mean: interval.lower) }.reduce(0, +)
            #expect(agrees(1 - fewer, tail, relative: 1e-9, absolute: 1e-13))
        }
    }

    @Test("counts of 0 and 1 have bounds in closed form", arguments: [0.5, 0.9, 0.95, 0.999_999])
    func closedForms(level: Double) throws {
        let none = try garwoodInterval(count: 0, conf: Confidence(level))
        let one = try garwoodInterval(count: 1, conf: Confidence(level))
        #expect(none.lower == 0)
        #expect(agrees(poisson(0, mean: none.upper), (1 - level) / 2, absolute: 0))
        #expect(agrees(poisson(0, mean: one.lower), 1 - (1 - level) / 2, absolute: 0))
    }

    @Test("whatever the true mean, at least 95 % of the intervals cover it")
    func coverage() throws {
        let intervals = try (0...120).map { try garwoodInterval(count: $0) }
        for step in 1...400 {
            let mean = Double(step) / 8
            let covered = intervals.indices.filter { intervals[$0].contains(mean) }
                .map { poisson($0, mean: mean) }
                .reduce(0, +)
            #expect(covered >= 0.95, "mean \(mean)")
        }
    }

    @Test("one more event raises both bounds, and the count lies between them")
    func monotony() throws {
        var before = try garwoodInterval(count: 0)
        for count in 1...2_000 {
            let current = try garwoodInterval(count: count)
            #expect(current.lower > before.lower)
            #expect(current.upper > before.upper)
            #expect(current.contains(Double(count)))
            before = current
        }
    }

    @Test("twice the exposure halves the rate and its bounds")
    func scaling() throws {
        let single = try poissonGarwood(count: 24, exposure: 62)
        let double = try poissonGarwood(count: 24, exposure: 124)
        #expect(agrees(single.rate, 2 * double.rate))
        #expect(agrees(single.lower, 2 * double.lower))
        #expect(agrees(single.upper, 2 * double.upper))
        #expect(agrees(single.rate, 38.70967741935484))
    }

    @Test("a rate without exposure, or of a negative or absurd count, is refused")
    func refusals() {
        for exposure in [0, -1, Double.nan, .infinity] {
            #expect(throws: StatisticsError.self) { try poissonGarwood(count: 3, exposure: exposure) }
        }
        #expect(throws: StatisticsError.notPositive(name: "the unit of the rate", value: 0)) {
            try poissonGarwood(count: 3, exposure: 1, per: 0)
        }
        #expect(throws: StatisticsError.countOutOfRange(name: "the number of events", value: -1)) {
            try garwoodInterval(count: -1)
        }
        #expect(throws: StatisticsError.self) { try garwoodInterval(count: .max) }
    }
}

/// The chance of exactly `count` events, by a running product that shares nothing with the code under test.
private func poisson(_ count: Int, mean: Double) -> Double {
    // The exponential is spread over the factors, so that neither under- nor overflows.
    let steps = max(count, Int(mean)) + 1
    let slice = expSeries(-mean / Double(steps))
    return (1...steps).reduce(1.0) { $0 * slice * ($1 <= count ? mean / Double($1) : 1) }
}

private func expSeries(_ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    for index in 1...40 {
        term *= x / Double(index)
        sum += term
    }
    return sum
}
