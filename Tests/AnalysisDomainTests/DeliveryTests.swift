import AnalysisDomain
import Scheme
import TestSupport
import Testing

@Suite("Delivery of figures")
struct DeliveryTests {
    private func police(_ figures: PoliceFigures) -> AnalysisCommand { Example.measure(.deliverPolice(figures)) }

    @Test("police figures are counted per relevant type over the area and the municipality")
    func counting() {
        let figures = Example.policeFigures([
            "0.0.0": .published(10), "2.5.1": .published(1), "2.5.2": .withheld, "1.4.1": .published(3),
        ])
        Example.story().when(police(figures)).then(
            .policeDelivered(
                Example.ref(),
                FigureDelivery(
                    window: MonthWindow(from: Example.months[0], through: Example.months[11]),
                    rows: 96,
                    withheld: 24,
                    source: "Politie / CBS",
                    digest: "p"
                )
            ),
            .policeCounted(
                Example.ref(),
                [
                    everyMonth("0.0.0", .published(10), .published(120)),
                    everyMonth("2.5.1", .published(1), .published(12)),
                    everyMonth("2.5.2", .withheld, .withheld),
                ]
            )
        )
    }

    /// The same count in every month, for area and municipality alike.
    private func everyMonth(_ code: String, _ count: RegisteredCount, _ total: RegisteredCount) -> CrimeCount {
        CrimeCount(
            crime: made(CrimeCode(code)),
            area: total,
            municipality: total,
            months: Example.months.map { CrimeMonth(month: $0, area: count, municipality: count) }
        )
    }

    @Test("one withheld month withholds the type; the total is a figure of its own and never a sum")
    func withheld() {
        let withheld = PoliceCell(
            crime: made(CrimeCode("2.5.1")),
            region: Example.centre,
            period: FigurePeriod(month: Example.months[3]),
            count: .withheld
        )
        let cells = Example.policeFigures(regions: [Example.centre]).cells.map { cell in
            cell.crime == withheld.crime && cell.period == withheld.period ? withheld : cell
        }
        let outcome = Example.story().when(police(PoliceFigures(cells: cells, source: "s", digest: "p")))
        guard case .policeCounted(_, let counts)? = outcome.events.last else {
            Issue.record("nothing was counted: \(outcome.result)")
            return
        }
        #expect(counts.map(\.crime.text) == ["0.0.0", "2.5.1"])
        #expect(counts.map(\.area) == [.published(120), .withheld])
        #expect(counts.allSatisfy { $0.municipality == nil && $0.months.allSatisfy { $0.municipality == nil } })
        #expect(counts[1].months.filter { $0.area == .withheld }.map(\.month) == [Example.months[3]])
        #expect(counts[1].months.filter { $0.area == .published(1) }.count == 11)
    }

    @Test("a region inside another one of the area is not counted twice")
    func nested() {
        let district = CensusRegion(code: "WK158100", name: "Doorn")
        let story = Scenario(Example.decider).given(
            .heard(.run(Example.analysed(regions: [district, Example.centre]))),
            .heard(.phase(step: 2, round: 1))
        )
        let figures = Example.policeFigures(["2.5.1": .published(1)], regions: [district, Example.centre])
        guard case .policeCounted(_, let counts)? = story.when(police(figures)).events.last else {
            Issue.record("nothing was counted")
            return
        }
        #expect(counts.map(\.area) == [.published(12)])
        #expect(counts[0].months.map(\.area) == Array(repeating: .published(1), count: 12))
    }

    @Test("a table of whole years counts as its twelve months")
    func years() throws {
        let year = try #require(FigurePeriod(year: 2023))
        let cells = ["0.0.0", "2.5.1"].map { code in
            PoliceCell(crime: made(CrimeCode(code)), region: Example.centre, period: year, count: .published(7))
        }
        let outcome = Example.story().when(police(PoliceFigures(cells: cells, source: "s", digest: "p")))
        #expect(outcome.state.measurements[0]?.crimes?.map(\.area) == [.published(7), .published(7)])
        #expect(outcome.state.measurements[0]?.crimes?.allSatisfy(\.months.isEmpty) == true)
    }

    @Test("comparable regions are counted apart; one with a withheld month is left out")
    func comparable() throws {
        let regions = ["BU15810001", "BU15810002"].map { CensusRegion(code: $0, name: "Buurt \($0)") }
        var figures = Example.policeFigures(["2.5.1": .published(2)], comparable: regions)
        let outcome = Example.story().when(police(figures))
        #expect(outcome.state.measurements[0]?.crimes?.map(\.comparable) == [[24, 24]])
        #expect(outcome.state.measurements[0]?.crimes?.map(\.area) == [.published(24)])
        let cells = figures.cells.map { cell in
            cell.region == regions[0] && cell.period == FigurePeriod(month: Example.months[3])
                ? PoliceCell(crime: cell.crime, region: cell.region, period: cell.period, count: .withheld) : cell
        }
        figures = PoliceFigures(cells: cells, source: "s", digest: "p", comparable: regions)
        #expect(Example.story().when(police(figures)).state.measurements[0]?.crimes?.map(\.comparable) == [[24]])
    }

    @Test("a region is not compared with itself, with its municipality, twice, or without figures")
    func incomparable() {
        func refused(_ comparable: [CensusRegion], _ refusal: AnalysisRefusal) {
            let figures = Example.policeFigures().cells
            Example.story().when(
                police(PoliceFigures(cells: figures, source: "s", digest: "p", comparable: comparable))
            ).refused(with: refusal)
        }
        let other = CensusRegion(code: "BU15810001", name: "Elders")
        refused([Example.centre], .ownRegion("Doorn-Centrum"))
        refused([Example.municipality], .ownRegion("Utrechtse Heuvelrug"))
        refused([other, other], .regionsRepeated)
        refused([other], .regionMissing("Elders"))
    }

    @Test("figures over another time than twelve months in a row are refused", arguments: [0..<11, 1..<12, 0..<0])
    func window(part: Range<Int>) {
        let months = Array(Example.months[part])
        Example.story().when(police(Example.policeFigures(months: months)))
            .refused(with: .notTwelveMonths(.policeFigures))
        Example.story().when(Example.measure(.deliverFire(Example.fireFigures(months))))
            .refused(with: .notTwelveMonths(.fireFigures))
    }

    @Test("a month that one type lacks is refused, since it is not zero")
    func gap() {
        let cells = Example.policeFigures().cells.filter { cell in
            cell.crime.text != "2.5.1" || cell.period != FigurePeriod(month: Example.months[4])
        }
        Example.story().when(police(PoliceFigures(cells: cells, source: "s", digest: "p")))
            .refused(saying: "lack 2.5.1 Diefstal/inbraak bedrijven enz. in Doorn-Centrum for 2023-04")
    }

    @Test("figures without the area, or without a type that matters are refused")
    func unusable() {
        Example.story().when(police(Example.policeFigures(regions: [Example.municipality])))
            .refused(with: .regionMissing("Doorn-Centrum"))
        Example.story().when(police(Example.policeFigures(["1.4.1": .published(1)]))).refused(with: .nothingRelevant)
    }

    @Test(
        "a source is a line of 1 to 200 characters",
        arguments: [
            ("", false), ("  ", false), ("a\nb", false), ("a\u{7}", false), ("a\u{2028}b", false),
            (String(repeating: "é", count: 200), true), (String(repeating: "é", count: 201), false),
            ("e" + String(repeating: "\u{301}", count: 200), false),
        ]
    )
    func source(text: String, isFit: Bool) {
        let policeOutcome = Example.story().when(police(Example.policeFigures(source: text)))
        let fireOutcome = Example.story().when(Example.measure(.deliverFire(Example.fireFigures(source: text))))
        if isFit {
            #expect(policeOutcome.refusal == nil && fireOutcome.refusal == nil)
        } else {
            policeOutcome.refused(with: .unfitSource(.policeFigures))
            fireOutcome.refused(with: .unfitSource(.fireFigures))
        }
    }

    @Test(
        "figures of the next measurement begin after those of the one before",
        arguments: [("2022-11", false), ("2023-10", false), ("2023-11", true), ("2023-12", true)]
    )
    func later(through: String, isLater: Bool) {
        let first = Example.complete(months: Example.months(through: "2022-11"))
        let next = first.having(Example.establish()).given(.heard(.phase(step: 6, round: 2)))
        let months = Example.months(through: through)
        let policeOutcome = next.when(police(Example.policeFigures(months: months)))
        let fireOutcome = next.when(Example.measure(.deliverFire(Example.fireFigures(months))))
        guard !isLater else {
            #expect(policeOutcome.refusal == nil && fireOutcome.refusal == nil)
            return
        }
        let (window, before) = (Example.window(through: through), Example.window(through: "2022-11"))
        policeOutcome.refused(with: .notLater(.policeFigures, window, than: before, of: 0))
        policeOutcome.refused(saying: "cover \(window), which does not come after 2021-12 through 2022-11")
        fireOutcome.refused(with: .notLater(.fireFigures, window, than: before, of: 0))
    }

    @Test("figures that ended more than 24 months ago are refused", arguments: [("2021-12", true), ("2022-01", false)])
    func old(through: String, isTooOld: Bool) {
        let months = Example.months(through: through)
        let policeOutcome = Example.story().when(police(Example.policeFigures(months: months)))
        let fireOutcome = Example.story().when(Example.measure(.deliverFire(Example.fireFigures(months))))
        guard isTooOld else {
            #expect(policeOutcome.refusal == nil && fireOutcome.refusal == nil)
            return
        }
        policeOutcome.refused(saying: "cover 2021-01 through 2021-12, which ended more than 24 months before today")
        fireOutcome.refused(with: .tooOld(.fireFigures, Example.window(through: through), today: Example.today))
    }

    @Test("a second delivery in the same measurement is refused")
    func twice() {
        let fire = Example.measure(.deliverFire(Example.fireFigures()))
        Example.story().having(police(Example.policeFigures())).when(police(Example.policeFigures()))
            .refused(with: .delivered(.policeFigures, in: Example.ref()))
        Example.story().having(fire).when(fire).refused(with: .delivered(.fireFigures, in: Example.ref()))
        Example.story().having(fire).when(fire).refused(saying: "figures can be delivered once per measurement")
    }

    @Test("fire figures are counted per category and a category that is not delivered has none")
    func fire() {
        Example.story().when(Example.measure(.deliverFire(Example.fireFigures()))).then(
            .fireDelivered(
                Example.ref(),
                FigureDelivery(
                    window: MonthWindow(from: Example.months[0], through: Example.months[11]),
                    rows: 12,
                    withheld: 0,
                    source: "VRU",
                    digest: "f"
                )
            ),
            .fireCounted(Example.ref(), [FireCount(category: made(FireCategoryCode("gebouwbrand")), count: 24)])
        )
    }

    @Test("a month that one fire category lacks is refused")
    func fireGap() {
        let other = FireCell(category: made(FireCategoryCode("overig")), month: Example.months[0], count: 1)
        let figures = FireFigures(cells: Example.fireFigures().cells + [other], source: "s", digest: "f")
        Example.story().when(Example.measure(.deliverFire(figures))).refused(saying: "lack Overig for 2023-01")
    }
}
