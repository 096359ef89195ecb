import Statistics
import Testing

@testable import FigureFiles

@Suite("Exact ratios in bulk")
struct ConditionalRatioTests {
    private static let counts = [0, 1, 2, 3, 5, 10, 27, 100, 400, 1_500]

    private func ratio(garwood limits: Int) throws -> ConditionalRatio {
        let known = try (0...limits).map { try garwoodInterval(count: $0) }
        return ConditionalRatio(largest: 3_000, garwood: (known.map(\.lower), known.map(\.upper)), tail: 0.025)
    }

    @Test(
        "limits and p agree with the method for one pair, for all sizes of counts",
        arguments: [(3.0, 40.0), (1, 1), (500, 7)]
    )
    func agrees(exposures: (Double, Double)) throws {
        var bulk = try ratio(garwood: 30)
        for first in Self.counts {
            for second in Self.counts {
                let single = try rateRatioExact(x1: first, e1: exposures.0, x2: second, e2: exposures.1)
                let limits = bulk.limits(first, second)
                let scale = exposures.1 / exposures.0
                let p = bulk.centralP(first, second, exposures: exposures)
                #expect(abs(limits.lower * scale - single.lower) <= 1e-9 * single.lower, "\(first) \(second)")
                #expect((limits.upper == nil) == (single.upper == nil), "\(first) \(second)")
                if let upper = limits.upper, let other = single.upper {
                    #expect(abs(upper * scale - other) <= 1e-9 * other, "\(first) \(second)")
                }
                #expect(
                    abs(p - single.pCentral) <= 1e-9 * single.pCentral + 1e-300,
                    "\(first) \(second) \(p) \(single.pCentral)"
                )
            }
        }
    }

    @Test("nothing counted says nothing")
    func nothing() throws {
        var bulk = try ratio(garwood: 1)
        #expect(bulk.limits(0, 0) == ConditionalRatio.Limits(lower: 0, upper: nil))
        #expect(bulk.centralP(0, 0, exposures: (1, 2)) == 1)
    }
}

@Suite("Numbers as text")
struct NumberTextTests {
    @Test(
        "numbers have nine significant digits and no zeros behind",
        arguments: [
            (0.0, "0"), (1, "1"), (2.5, "2.5"), (1.0 / 3, "0.333333333"), (2.0 / 3 * 1e-5, "0.00000666666667"),
            (123_456_789.6, "123456790"), (9_999_999_999, "10000000000"), (0.999_999_999_9, "1"),
            (99.999_999_999, "100"),
            (1e15, "1000000000000000"), (.nan, ""), (.infinity, ""), (6.123e-30, "6.123e-30"),
        ]
    )
    func digits(number: Double, text: String) {
        var line = NumberText()
        line.append(number)
        #expect(String(decoding: line.bytes, as: UTF8.self) == text)
    }
}
