import Testing

@testable import Statistics

@Suite("Distributions")
struct DistributionTests {
    @Test(
        "inverting a beta tail gives back the argument",
        arguments: [(0.5, 0.5), (0.5, 40), (3, 9), (700, 2), (4e5, 6e5), (6, 1e9)]
    )
    func beta(a: Double, b: Double) {
        let beta = Beta(a, b)
        for p in [1e-12, 1e-4, 0.025, 0.3, 0.5, 0.9] {
            let low = beta.odds(lowerTail: p)
            #expect(agrees(beta.lowerTail(low / (1 + low), complement: 1 / (1 + low)), p, relative: 1e-9, absolute: 0))
            let high = beta.odds(upperTail: p)
            #expect(
                agrees(beta.upperTail(high / (1 + high), complement: 1 / (1 + high)), p, relative: 1e-9, absolute: 0)
            )
        }
    }

    @Test(
        "both beta tails add up to one, and swapping the shapes swaps them",
        arguments: [(0.5, 3.0), (12, 12), (1e6, 50)]
    )
    func betaTails(a: Double, b: Double) {
        for x in [1e-9, 0.1, 0.5, 0.99, a / (a + b)] {
            let lower = Beta(a, b).lowerTail(x, complement: 1 - x)
            #expect(agrees(lower + Beta(a, b).upperTail(x, complement: 1 - x), 1, relative: 1e-12, absolute: 0))
            #expect(agrees(lower, Beta(b, a).upperTail(1 - x, complement: x), relative: 1e-12, absolute: 1e-300))
        }
    }

    @Test("masses add up to the tails, for small and large means", arguments: [0.3, 6, 900, 1e7])
    func poisson(mean: Double) {
        let distribution = PoissonDistribution(mean: mean)
        let from = (mean + mean.squareRoot()).rounded()
        let sum = (0..<(40 * Int(mean.squareRoot()) + 60)).map { distribution.mass(from + Double($0)) }.reduce(0, +)
        #expect(agrees(distribution.atLeast(from), sum, relative: 1e-10, absolute: 0))
        #expect(agrees(distribution.atLeast(from) + distribution.atMost(from - 1), 1, relative: 1e-12, absolute: 0))
        for p in [0.001, 0.025, 0.5, 0.999] {
            let k = distribution.quantile(p)
            #expect(distribution.atMost(k) >= p)
            #expect(distribution.atMost(k - 1) < p)
        }
    }

    @Test("a Poisson mean of 0 has no events; a binomial without trials no successes")
    func degenerate() {
        let none = PoissonDistribution(mean: 0)
        #expect(none.mass(0) == 1 && none.mass(1) == 0 && none.atLeast(1) == 0 && none.atMost(0) == 1)
        let empty = BinomialDistribution(trials: 0, success: 0.3, failure: 0.7)
        #expect(empty.mass(0) == 1 && empty.atMost(0) == 1 && empty.atLeast(0) == 1 && empty.central(0) == 1)
    }

    @Test(
        "binomial masses add up to the tails and to the p-value",
        arguments: [(1, 0.5), (12, 0.3), (400, 0.01), (90, 0.9)]
    )
    func binomial(trials: Int, success: Double) {
        let distribution = BinomialDistribution(trials: Double(trials), success: success, failure: 1 - success)
        let masses = (0...trials).map { distribution.mass(Double($0)) }
        #expect(agrees(masses.reduce(0, +), 1, relative: 1e-12))
        for k in 0...trials {
            #expect(
                agrees(distribution.atMost(Double(k)), masses[...k].reduce(0, +), relative: 1e-11, absolute: 1e-300)
            )
            let likely = masses.filter { $0 <= masses[k] * (1 + 1e-7) }.reduce(0, +)
            #expect(agrees(distribution.atMostAsLikely(as: Double(k)), likely, relative: 1e-11, absolute: 1e-300))
        }
    }

    @Test("t has its closed forms for one and two degrees of freedom, and the normal for very many")
    func student() {
        for q in [0.4, 0.025, 1e-6] {
            let two = (1 - 2 * q) / (2 * q * (1 - q)).squareRoot()
            #expect(agrees(StudentDistribution.quantile(upperTail: q, degrees: 2), two, relative: 1e-12))
            let many = StudentDistribution.quantile(upperTail: q, degrees: 1e9)
            #expect(agrees(many, -normalQuantile(q), relative: 1e-7))
        }
        #expect(agrees(StudentDistribution.quantile(upperTail: 0.025, degrees: 1), 12.706204736432095, relative: 1e-12))
    }

    @Test("F mirrors when its degrees of freedom are swapped, and its tails belong together")
    func fisher() {
        let distribution = FisherDistribution(numerator: 4, denominator: 12)
        let swapped = FisherDistribution(numerator: 12, denominator: 4)
        for p in [0.001, 0.025, 0.4] {
            #expect(agrees(distribution.quantile(lowerTail: p), 1 / swapped.quantile(upperTail: p), relative: 1e-12))
            #expect(
                agrees(distribution.quantile(lowerTail: p), distribution.quantile(upperTail: 1 - p), relative: 1e-9)
            )
        }
        #expect(agrees(distribution.quantile(upperTail: 0.05), 3.2591667269012499, relative: 1e-12))
    }

    @Test("chi-square with one degree of freedom is a squared normal, with two an exponential")
    func chiSquare() {
        #expect(agrees(ChiSquareDistribution.upperTail(3.841458820694124, degrees: 1), 0.05, relative: 1e-12))
        #expect(agrees(ChiSquareDistribution.upperTail(2, degrees: 2), exponential(-1), relative: 1e-14))
        #expect(agrees(NormalDistribution.bothTails(-1.959963984540054), 0.05, relative: 1e-13))
        #expect(NormalDistribution.upperTail(0) == 0.5)
    }

    @Test("sums in twice the digits are exact where a double is not")
    func doubleDouble() {
        let third = DoubleDouble(1) / DoubleDouble(3)
        #expect((third + third + third + DoubleDouble(-1)).high.magnitude < 1e-31)
        let odd = DoubleDouble(134_217_729, times: 134_217_729)
        #expect((odd + DoubleDouble(-18_014_398_777_917_440)).high == 1)
        let distribution = HypergeometricDistribution(population: 20, yes: 1, drawn: 1)
        #expect(distribution.atLeast(1) == 0.05)
        #expect(distribution.atMost(0) == 0.95)
    }
}
