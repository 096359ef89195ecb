import AnalysisDomain
import Scheme
import Testing

@Suite("Ranking problems")
struct RankingTests {
    private static let guide = ProblemGuide(
        likelihoods: [0.01, 0.05, 0.15, 0.4],
        impacts: [key("inbraak_bedrijf"): 4, key("winkeldiefstal"): 2, key("overlast"): 2, key("brand"): 5],
        entries: [
            id("politie.2.5.1"): .init(problems: [key("inbraak_bedrijf")]),
            id("enquete.winkeldiefstal"): .init(theme: .crime, problems: [key("winkeldiefstal")]),
            id("enquete.geen-overlast"): .init(theme: .nuisance, yesIsGood: true, problems: [key("overlast")]),
            id("enquete.bhv-plan"): .init(theme: .fire, yesIsGood: true, isChance: false, problems: [key("brand")]),
        ]
    )

    private static func id(_ text: String) -> FigureID { made(FigureID(text)) }
    private static func key(_ text: String) -> ProblemKey { made(ProblemKey(text)) }

    private static func share(_ text: String, _ value: Double, _ lower: Double, _ upper: Double) -> Figure {
        Figure(
            id: id(text),
            name: text,
            source: .survey,
            unit: .share,
            count: 9,
            value: value,
            lower: lower,
            upper: upper
        )
    }

    private static let figures = [
        Figure(id: id("politie.2.5.1"), name: "x", source: .policeFigures, unit: .count, count: 6, value: 6),
        Figure(
            id: id("politie.2.5.1.per-100"),
            name: "x",
            source: .policeFigures,
            unit: .ratePer100,
            count: 6,
            population: 60,
            value: 10,
            lower: 3.7,
            upper: 21.8
        ),
        share("enquete.winkeldiefstal", 0.45, 0.3, 0.6), share("enquete.geen-overlast", 0.9, 0.8, 0.97),
        share("enquete.bhv-plan", 0.5, 0.4, 0.6),
    ]

    private func ranked(_ figures: String...) -> [RankedProblem] {
        let bottlenecks = figures.enumerated().map { index, figure in
            Bottleneck(id: made(LocalID("K\(index + 1)")), title: figure, figure: Self.id(figure), value: nil)
        }
        return Self.guide.ranked(bottlenecks, by: Self.figures)
    }

    @Test(
        "a rate falls into one of five classes",
        arguments: [
            (0, 1), (0.0099, 1), (0.01, 2), (0.049, 2), (0.05, 3), (0.149, 3), (0.15, 4), (0.4, 4), (0.41, 5), (3, 5),
        ]
    )
    func classes(rate: Double, expected: Int) {
        #expect(Self.guide.likelihood(of: rate) == expected)
    }

    @Test("likelihood times impact orders the problems, with the classes that the interval spans")
    func order() {
        let problems = ranked("enquete.winkeldiefstal", "enquete.bhv-plan", "politie.2.5.1", "enquete.geen-overlast")
        #expect(problems.map(\.bottleneck.id.text) == ["K3", "K1", "K4", "K2"])
        #expect(problems.map(\.rank) == [1, 2, 3, 4])
        let burglary = problems[0]
        #expect(burglary.likelihood == RiskClass(value: 3, lowest: 2, highest: 4, rate: 0.1) && burglary.impact == 4)
        let theft = problems[1].likelihood
        #expect(theft.map { [$0.value, $0.lowest, $0.highest] } == [5, 4, 5])
        // A good answer is turned round: 10 % have the nuisance, between 3 and 20 %.
        #expect(problems[2].likelihood.map { [$0.value, $0.lowest, $0.highest] } == [3, 2, 4])
        // Having no plan is no chance of a fire.
        #expect(problems[3].likelihood == nil && problems[3].impact == 5)
    }

    @Test("equal risks share a place; a figure that is not known stands last, in the order in which it was named")
    func ties() {
        let problems = ranked("politie.9.9.9", "schouw.open", "politie.2.5.1.per-100", "politie.2.5.1")
        #expect(problems.map(\.rank) == [1, 1, 3, 3])
        #expect(problems.map(\.bottleneck.id.text) == ["K3", "K4", "K1", "K2"])
        #expect(problems[2].likelihood == nil && problems[2].impact == nil && problems[2].keys.isEmpty)
    }

    @Test("the catalogue gives the measures for a problem, best evidence first, and what is for every problem")
    func catalogue() {
        func measure(_ id: String, _ grade: CatalogueMeasure.Grade, _ problems: String...) -> CatalogueMeasure {
            CatalogueMeasure(
                id: made(LocalID(id)),
                name: id,
                problems: problems.map(Self.key),
                mechanism: "x",
                grade: grade,
                source: "x",
                sourceStatus: .found,
                note: ""
            )
        }
        let catalogue = MeasureCatalogue([
            measure("M03", .doubtful, "alle"), measure("M02", .experiment, "inbraak_bedrijf", "overlast"),
            measure("M01", .review, "overlast"), measure("M04", .review, "inbraak_bedrijf"),
        ])
        func found(_ keys: String...) -> [String] { catalogue.measures(for: keys.map(Self.key)).map(\.id.text) }
        #expect(found("inbraak_bedrijf") == ["M04", "M02", "M03"])
        #expect(found("overlast", "inbraak_bedrijf") == ["M01", "M04", "M02", "M03"])
        #expect(found("alle") == ["M03"])
        #expect(found().isEmpty)
    }
}
