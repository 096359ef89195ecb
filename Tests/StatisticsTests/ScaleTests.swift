import Testing

@testable import Statistics

@Suite("Marks and scales")
struct ScaleTests {
    @Test("the interval of a mean covers it about as often as it says", arguments: [2, 5, 30])
    func coverage(n: Int) throws {
        var simulation = Simulation(seed: UInt64(n))
        let covered = try simulation.rate(2_000) { simulation in
            let marks = (0..<n).map { _ in 6.5 + 1.5 * simulation.normal() }
            return try #require(try meanT(marks).interval).contains(6.5)
        }
        #expect((0.938...0.962).contains(covered), "\(covered)")
    }

    @Test("the interval is around the mean, narrows in a short list and vanishes when all answered")
    func width() throws {
        let marks: [Double] = [7, 8, 6, 5, 9, 7, 6, 8]
        let widths = try [8, 12, 20, 400].map { population in
            let interval = try #require(try meanT(marks, population: population).interval)
            #expect(agrees((interval.lower + interval.upper) / 2, 7))
            return interval.upper - interval.lower
        }
        #expect(widths[0] == 0)
        #expect(widths == widths.sorted())
        let plain = try #require(try meanT(marks).interval)
        #expect(plain.upper - plain.lower > widths[3])
    }

    @Test("one mark has a mean alone, none has nothing, equal ones have no width")
    func few() throws {
        #expect(try meanT([6]) == MeanEstimate(n: 1, mean: 6, standardDeviation: nil, interval: nil))
        #expect(try meanT([]) == MeanEstimate(n: 0, mean: nil, standardDeviation: nil, interval: nil))
        #expect(try meanT([7, 7, 7]).interval == Interval(lower: 7, upper: 7))
        #expect(throws: StatisticsError.self) { try meanT([7, .nan]) }
        #expect(throws: StatisticsError.answersAbovePopulation(answers: 2, population: 1)) {
            try meanT([7, 8], population: 1)
        }
    }

    @Test("items that repeat each other have an alpha of 1; one that is not flipped makes it negative")
    func alpha() throws {
        let same = try cronbachAlpha([[1, 1, 1], [3, 3, 3], [4, 4, 4]])
        #expect(agrees(try #require(same.alpha), 1))
        let flipped = try cronbachAlpha([[1, 5, 2], [2, 4, 2], [4, 2, 3], [5, 1, 2]])
        #expect(try #require(flipped.alpha) < 0)
    }

    @Test("alpha lies in its interval, which widens with the confidence and leaves out rows that are not full")
    func alphaInterval() throws {
        let rows: [[Double?]] = [[3, 4, 3, 5], [2, 2, 3, 2], [5, 4, 4, 5], [1, 2, 1, 2], [4, 4, 5, 4]]
        let plain = try cronbachAlpha(rows)
        let cautious = try cronbachAlpha(rows + [[3, nil, 2, 3]], conf: Confidence(0.99))
        #expect(cautious.alpha == plain.alpha)
        #expect(cautious.n == 5)
        let (narrow, wide) = (try #require(plain.interval), try #require(cautious.interval))
        #expect(narrow.contains(try #require(plain.alpha)))
        #expect(wide.lower < narrow.lower && narrow.upper < wide.upper)
    }

    @Test("alpha is undefined for one respondent, one item or equal totals; ragged rows are refused")
    func noAlpha() throws {
        #expect(try cronbachAlpha([[1, 2]]).alpha == nil)
        #expect(try cronbachAlpha([[1], [2]]).alpha == nil)
        #expect(try cronbachAlpha([[1, 2], [2, 1]]) == CronbachAlpha(n: 2, items: 2, alpha: nil, interval: nil))
        #expect(try cronbachAlpha([]) == CronbachAlpha(n: 0, items: 0, alpha: nil, interval: nil))
        #expect(throws: StatisticsError.self) { try cronbachAlpha([[1, 2], [1]]) }
    }

    @Test("priorities reach both means; equal scores stand by their names")
    func priorities() throws {
        let items = [("c", 4.0, 0.5), ("b", 4, 0.5), ("a", 2, 0.1), ("d", 5, 0.1)].map {
            Quadrant.Item(name: $0, importance: $1, dissatisfied: $2)
        }
        let result = try #require(try quadrant(items))
        #expect(result.order == ["b", "c", "d", "a"])
        #expect(result.priority == ["b", "c"])
        let reversed = try #require(try quadrant(items.reversed()))
        #expect(reversed.order == result.order && reversed.priority == result.priority)
        #expect(try quadrant([]) == nil)
    }
}
