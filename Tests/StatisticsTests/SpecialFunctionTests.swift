import Testing

@testable import Statistics

@Suite("Special functions")
struct SpecialFunctionTests {
    @Test(
        "the normal quantile agrees with published values in each of its three regions",
        arguments: [
            (0.3, -0.5244005127080409), (0.025, -1.959963984540054), (0.995, 2.5758293035489004),
            (1e-5, -4.264890793922825), (1e-20, -9.262340089798408),
        ]
    )
    func quantile(p: Double, z: Double) {
        #expect(agrees(normalQuantile(p), z, relative: 1e-14, absolute: 0))
    }

    @Test(
        "ln Γ agrees with closed forms",
        arguments: [
            (0.5, 0.5723649429247001), (3.7, 1.428072326665388), (15, 25.19122118273868), (1, 0), (2, 0),
        ]
    )
    func logarithmOfGamma(x: Double, expected: Double) {
        #expect(agrees(logGamma(x), expected, relative: 1e-14, absolute: 1e-14))
    }

    @Test("both gamma tails add up to one on either side of the mean", arguments: [0.5, 1, 3, 40, 2_500, 250_000])
    func tails(shape: Double) {
        let gamma = Gamma(shape: shape)
        for factor in [0.01, 0.5, 0.99, 1, 1.001, 1.5, 4] {
            let x = shape * factor
            #expect(agrees(gamma.lowerTail(x) + gamma.upperTail(x), 1, relative: 1e-12, absolute: 0))
        }
    }

    @Test("inverting a gamma tail gives back the argument", arguments: [0.5, 1, 2, 12, 300, 250_000])
    func inverse(shape: Double) {
        let gamma = Gamma(shape: shape)
        for p in [1e-12, 1e-4, 0.025, 0.3, 0.5] {
            #expect(agrees(gamma.lowerTail(gamma.quantile(lowerTail: p)), p, relative: 1e-9, absolute: 0))
            #expect(agrees(gamma.upperTail(gamma.quantile(upperTail: p)), p, relative: 1e-9, absolute: 0))
        }
    }

    @Test("the largest accepted count still has an interval of the right width")
    func largest() throws {
        let interval = try garwoodInterval(count: Count.limit)
        let deviation = Double(Count.limit).squareRoot()
        #expect(agrees((interval.upper - interval.lower) / deviation, 2 * 1.959963984540054, relative: 1e-4))
    }
}
