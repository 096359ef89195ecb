import AnalysisDomain
import Scheme
import Statistics
import Testing

@Suite("Comparing registered crimes with the rest of the municipality")
struct CrimeComparisonTests {
    private static let code = made(CrimeCode("2.5.1"))

    /// A count of the area and of the municipality that contains it.
    private func count(_ area: Int?, rest: Int?, months: [CrimeMonth] = []) -> CrimeCount {
        CrimeCount(
            crime: Self.code,
            area: area.map { .published($0) } ?? .withheld,
            municipality: rest.map { .published($0 + (area ?? 0)) },
            months: months
        )
    }

    private func comparison(
        _ before: CrimeCount,
        _ after: CrimeCount,
        years: BeforeAfter = BeforeAfter(before: 1, after: 1)
    ) -> CrimeComparison {
        CrimeComparison(before: before, after: after, years: years)
    }

    /// Twelve months in which the area and the rest alternate between two numbers.
    private func months(_ area: (Int, Int), rest: (Int, Int), through: String = "2023-11") -> [CrimeMonth] {
        Example.months(through: through).enumerated().map { index, month in
            let (own, others) = index.isMultiple(of: 2) ? (area.0, rest.0) : (area.1, rest.1)
            return CrimeMonth(month: month, area: .published(own), municipality: .published(own + others))
        }
    }

    @Test("20 to 12 against 200 to 190 is −37 % (−70 to +33 %), with the ratio and the number of crimes behind it")
    func worked() throws {
        let changes = comparison(count(20, rest: 200), count(12, rest: 190)).changes
        #expect(changes.map(\.method) == [.relativeEffectSize, .rateRatio, .displacementDifference])
        // RES 20·190/(12·200); its logarithm varies by 1/20 + 1/12 + 1/200 + 1/190.
        let effect = changes[0]
        #expect(effect.estimate.isClose(to: 1.583_333_333) && effect.lower.isClose(to: 0.753_384_976))
        #expect(effect.upper.isClose(to: 3.327_574_247) && effect.dispersion == nil && effect.isCorrected == false)
        let ratio = changes[1]
        #expect(ratio.estimate.isClose(to: 0.6) && ratio.lower.isClose(to: 0.267_427_631))
        #expect(ratio.upper.isClose(to: 1.288_735_652) && ratio.pValue.isClose(to: 0.215_327_150))
        // (12 − 20) − (190 − 200) = 2, give or take z·√422.
        let number = changes[2]
        #expect(number.estimate == 2 && number.lower.isClose(to: -38.262_831_772))
        #expect(number.upper.isClose(to: 42.262_831_772))
    }

    @Test("a count under 5 leaves out the number of crimes; a 0 adds a half to each count and says so")
    func small() throws {
        #expect(
            comparison(count(4, rest: 200), count(12, rest: 190)).changes.map(\.method)
                == [.relativeEffectSize, .rateRatio]
        )
        let changes = comparison(count(6, rest: 200), count(0, rest: 190)).changes
        #expect(changes[0].isCorrected == true && changes[0].estimate.isClose(to: 12.351_620_948))
        #expect(changes[1].estimate == 0 && changes[1].upper.isClose(to: 0.849_311_194))
        #expect(changes[1].pValue.isClose(to: 0.031_25))
    }

    @Test("from 0 the ratio has no value and no upper limit; where nothing happened nothing can be said")
    func zeros() throws {
        let rise = comparison(count(0, rest: 200), count(6, rest: 190)).changes
        #expect(rise[1].estimate == nil && rise[1].upper == nil && (rise[1].lower ?? 0) > 1)
        let nothing = comparison(count(0, rest: 200), count(0, rest: 190)).changes
        #expect(nothing.map(\.method) == [.rateRatio])
        #expect(nothing[0].estimate == nil && nothing[0].pValue == 1)
    }

    @Test("without a reference there is only the ratio", arguments: [nil, 0])
    func noReference(rest: Int?) {
        let comparison = comparison(count(20, rest: rest), count(12, rest: rest))
        #expect(comparison.reference == nil && comparison.changes.map(\.method) == [.rateRatio])
    }

    @Test("an area with more than its whole municipality has no reference")
    func contradiction() {
        let more = CrimeCount(crime: Self.code, area: .published(20), municipality: .published(12))
        #expect(more.rest == nil && comparison(more, count(12, rest: 190)).reference == nil)
    }

    @Test("a withheld count is not 0: nothing is compared")
    func withheld() {
        #expect(comparison(count(nil, rest: 200), count(12, rest: 190)).changes.isEmpty)
        #expect(comparison(count(20, rest: 200), count(nil, rest: 190)).changes.isEmpty)
        let hidden = CrimeCount(crime: Self.code, area: .published(12), municipality: .withheld)
        #expect(comparison(count(20, rest: 200), hidden).changes.map(\.method) == [.rateRatio])
    }

    @Test("windows of different lengths are compared as rates")
    func lengths() {
        let changes = comparison(
            count(20, rest: 200),
            count(12, rest: 190),
            years: BeforeAfter(before: 1, after: 0.5)
        ).changes
        #expect(changes[1].estimate.isClose(to: 1.2))
        #expect(changes[0].estimate.isClose(to: 1.583_333_333))
        // (24 − 20) − (380 − 200).
        #expect(changes[2].estimate == -176)
    }

    @Test("months that vary more than chance widen the interval, and what differs between the windows does not")
    func dispersion() throws {
        let before = count(24, rest: 120, months: months((0, 4), rest: (5, 15), through: "2021-11"))
        let after = count(24, rest: 120, months: months((0, 4), rest: (5, 15)))
        let effect = try #require(comparison(before, after).changes.first)
        // Four series of twelve months: D = 24, 24, 30 and 30 with 11 degrees of freedom each.
        #expect(effect.dispersion.isClose(to: 108.0 / 44))
        #expect(effect.lower.isClose(to: 0.378_691_951) && effect.upper.isClose(to: 2.640_668_745))
        let doubled = count(48, rest: 240, months: months((4, 4), rest: (20, 20), through: "2021-11"))
        let halved = count(24, rest: 120, months: months((2, 2), rest: (10, 10)))
        #expect(comparison(doubled, halved).dispersion == 1)
    }

    @Test("with fewer than 24 months, a withheld month or no crime at all the dispersion is unknown")
    func unknownDispersion() {
        let known = count(24, rest: 120, months: months((0, 4), rest: (5, 15)))
        #expect(comparison(count(24, rest: 120), known).dispersion == nil)
        let hidden = months((0, 4), rest: (5, 15), through: "2021-11").map {
            CrimeMonth(month: $0.month, area: .withheld, municipality: $0.municipality)
        }
        #expect(comparison(count(24, rest: 120, months: hidden), known).dispersion == nil)
        let nothing = count(0, rest: 0, months: months((0, 0), rest: (0, 0)))
        #expect(comparison(nothing, nothing).dispersion == nil)
    }

    @Test("without the municipality's months the area's own tell the dispersion")
    func ownMonths() {
        func own(_ through: String) -> CrimeCount {
            let months = months((0, 4), rest: (5, 15), through: through).map {
                CrimeMonth(month: $0.month, area: $0.area, municipality: nil)
            }
            return CrimeCount(crime: Self.code, area: .published(24), municipality: nil, months: months)
        }
        #expect(comparison(own("2021-11"), own("2023-11")).dispersion.isClose(to: 48.0 / 22))
    }

    @Test("the worst of ten equal regions is expected to fall by itself, and of regions that differ less so")
    func regression() throws {
        func line(_ counts: [Int]) -> RegressionLine? {
            CrimeCount(
                crime: Self.code,
                area: .published(counts[0]),
                municipality: nil,
                comparable: Array(counts.dropFirst())
            ).regression
        }
        let equal = try #require(line([27, 20, 18, 22, 15, 19, 21, 17, 23, 18]))
        #expect(equal.regions == 10 && equal.mean == 20 && equal.expected == 20)
        #expect(equal.dropPercent.isClose(to: 25.925_925_926))
        let different = try #require(line([30, 10, 14, 6]))
        #expect(Optional(different.expected).isClose(to: 27.289_156_627))
        #expect(line([30, 10]) == nil)
        #expect(line([0, 10, 10])?.dropPercent == nil)
        let hidden = CrimeCount(crime: Self.code, area: .withheld, municipality: nil, comparable: [1, 2, 3])
        #expect(hidden.regression == nil)
    }
}
