import Statistics
import Testing

@Suite("Share of answers")
struct ProportionTests {
    @Test("the Wilson interval agrees with the reference vectors", arguments: ShareCase.wilson)
    func wilson(_ example: ShareCase) throws {
        let result = try #require(try propWilson(x: example.x, n: example.n, conf: Confidence(example.conf)))
        #expect(agrees(result.p, example.p))
        #expect(agrees(result.lower, example.lower))
        #expect(agrees(result.upper, example.upper))
    }

    @Test("the corrected Wilson interval agrees with the reference vectors", arguments: ShareCase.corrected)
    func corrected(_ example: ShareCase) throws {
        let population = try #require(example.population)
        let result = try #require(try propWilsonFPC(x: example.x, n: example.n, population: population))
        #expect(agrees(result.p, example.p))
        #expect(agrees(result.lower, example.lower))
        #expect(agrees(result.upper, example.upper))
        switch (result.effectiveSample, example.effective) {
        case (nil, nil): break
        case (let found?, let expected?): #expect(agrees(found, expected))
        default: Issue.record("n_eff is \(String(describing: result.effectiveSample))")
        }
    }

    @Test("no answers give no share")
    func noAnswers() throws {
        #expect(try propWilson(x: 0, n: 0) == nil)
        #expect(try propWilsonFPC(x: 0, n: 0, population: 40) == nil)
    }

    @Test("the bounds are exactly 0 and 1 at the ends, for every sample size")
    func ends() throws {
        for n in 1...300 {
            let none = try #require(try propWilsonFPC(x: 0, n: n, population: 400))
            let all = try #require(try propWilsonFPC(x: n, n: n, population: 400))
            #expect(none.lower == 0)
            #expect(all.upper == 1)
        }
    }

    @Test("counting no instead of yes mirrors the interval")
    func symmetry() throws {
        for n in 1...60 {
            for x in 0...n {
                let yes = try #require(try propWilsonFPC(x: x, n: n, population: 113))
                let no = try #require(try propWilsonFPC(x: n - x, n: n, population: 113))
                #expect(agrees(yes.lower, 1 - no.upper, absolute: 1e-14))
                #expect(agrees(yes.upper, 1 - no.lower, absolute: 1e-14))
            }
        }
    }

    @Test("one more yes raises both bounds, and the share lies between them")
    func monotony() throws {
        for n in [1, 7, 36, 112] {
            var before: Proportion?
            for x in 0...n {
                let current = try #require(try propWilsonFPC(x: x, n: n, population: 113))
                #expect(current.interval.contains(current.p))
                if let before {
                    #expect(current.lower > before.lower)
                    #expect(current.upper > before.upper)
                }
                before = current
            }
        }
    }

    @Test("the interval narrows as the list is nearer to complete and widens with the confidence")
    func width() throws {
        let small = try #require(try propWilsonFPC(x: 16, n: 36, population: 60)).interval
        let large = try #require(try propWilsonFPC(x: 16, n: 36, population: 113)).interval
        let unlimited = try #require(try propWilson(x: 16, n: 36)).interval
        let cautious = try #require(try propWilson(x: 16, n: 36, conf: Confidence(0.99))).interval
        let widths = [small, large, unlimited, cautious].map { $0.upper - $0.lower }
        #expect(widths == widths.sorted())
        #expect(Set(widths).count == 4)
    }

    @Test(
        "over all numbers of yes in a small list the corrected interval covers as the handbook counted",
        arguments: [(40, 15, 0.954, 0.906), (113, 36, 0.954, 0.900)]
    )
    func coverage(population: Int, n: Int, mean: Double, minimum: Double) throws {
        let intervals = try (0...n).map {
            try #require(try propWilsonFPC(x: $0, n: n, population: population)).interval
        }
        let covered = (0...population).map { yes in
            let truth = Double(yes) / Double(population)
            return intervals.indices.filter { intervals[$0].contains(truth) }
                .map { hypergeometric($0, population: population, yes: yes, drawn: n) }
                .reduce(0, +)
        }
        let average = covered.reduce(0, +) / Double(covered.count)
        #expect(abs(average - mean) < 0.0005)
        #expect(abs((covered.min() ?? 0) - minimum) < 0.0005)
    }

    @Test("impossible answers are refused")
    func refusals() {
        #expect(throws: StatisticsError.yesAboveAnswers(yes: 5, answers: 4)) { try propWilson(x: 5, n: 4) }
        #expect(throws: StatisticsError.answersAbovePopulation(answers: 41, population: 40)) {
            try propWilsonFPC(x: 5, n: 41, population: 40)
        }
        #expect(throws: StatisticsError.self) { try propWilson(x: -1, n: 4) }
        #expect(throws: StatisticsError.self) { try propWilson(x: 0, n: .max) }
        for level in [0, 1, -0.5, 95, Double.nan] {
            #expect(throws: StatisticsError.self) { try Confidence(level) }
        }
    }

    @Test("a refusal says what was refused and what to do")
    func sentences() {
        #expect(
            StatisticsError.answersAbovePopulation(answers: 41, population: 40).description
                == "41 answers from a population of 40 is impossible; correct the list or remove duplicates"
        )
    }
}

/// The chance of `x` yes when `drawn` are taken from `population` of which `yes` are yes, by exact products.
private func hypergeometric(_ x: Int, population: Int, yes: Int, drawn: Int) -> Double {
    binomial(yes, x) * binomial(population - yes, drawn - x) / binomial(population, drawn)
}

private func binomial(_ n: Int, _ k: Int) -> Double {
    guard k >= 0, k <= n else { return 0 }
    return (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) }
}
