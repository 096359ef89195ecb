import Scheme
import Statistics

extension Figure {
    /// A share of the answers with Wilson's interval, corrected for the finite number of establishments once more than
    /// one in twenty of them answered; `nil` when too few answered to tell it.
    init?(_ indicator: Question.Indicator, _ tally: SurveyTally.Indicator, invited: Int) {
        guard tally.valid >= SurveyTally.smallestBase else { return nil }
        // Refused only for impossible counts, which give a figure without a value rather than none.
        let share = tally.share(of: invited)
        self.init(
            id: indicator.id,
            name: indicator.name,
            source: .survey,
            unit: .share,
            count: tally.yes,
            outOf: tally.valid,
            population: invited,
            value: share?.p,
            lower: share?.lower,
            upper: share?.upper
        )
    }

    /// The registered crimes of a type with Garwood's interval; `nil` when the police withhold them.
    init?(_ type: CrimeType, _ count: CrimeCount) {
        guard let number = count.area.number else { return nil }
        self.init(
            counted: number,
            id: .crime(type.code),
            name: type.title,
            source: .policeFigures,
            reference: count.municipality?.number
        )
    }

    /// The incidents of a category with Garwood's interval.
    init(_ category: FireCategory, _ count: FireCount) {
        self.init(counted: count.count, id: .fire(category.code), name: category.name, source: .fireFigures)
    }

    /// A registered count per 100 establishments a year with Garwood's interval; `nil` without establishments.
    ///
    /// There is no reference: how many establishments the municipality has is not known here.
    init?(rateOf counted: Figure, establishments: Int, over window: MonthWindow) {
        let exposure = Double(establishments) * window.years
        guard let rate = try? poissonGarwood(count: counted.count, exposure: exposure) else { return nil }
        self.init(
            id: counted.id.per100,
            name: "\(counted.name) per 100 vestigingen per jaar",
            source: counted.source,
            unit: .ratePer100,
            count: counted.count,
            population: establishments,
            value: rate.rate,
            lower: rate.lower,
            upper: rate.upper
        )
    }

    /// The findings of the inspection rounds; counted in full, so without an interval.
    static func findings(_ count: Int, open: Int) -> [Figure] {
        [
            (FigureID.findings, "Schouwbevindingen", count),
            (FigureID.openFindings, "Openstaande schouwbevindingen", open),
        ].map { id, name, count in
            Figure(id: id, name: name, source: .inspection, unit: .count, count: count, value: Double(count))
        }
    }

    private init(
        counted number: Int,
        id: FigureID,
        name: String,
        source: MeasurementSource,
        reference: Int? = nil
    ) {
        // Refused only for counts beyond any real figure, which then stand without limits.
        let interval = try? garwoodInterval(count: number)
        self.init(
            id: id,
            name: name,
            source: source,
            unit: .count,
            count: number,
            value: Double(number),
            lower: interval?.lower,
            upper: interval?.upper,
            reference: reference.map(Double.init)
        )
    }
}

extension SurveyTally.Indicator {
    /// The share with Wilson's limits; `nil` without answers, or for impossible counts.
    ///
    /// Corrected for the finite number invited once more than one in twenty of them answered.
    func share(of invited: Int?) -> Proportion? {
        guard let invited, valid * 20 > invited else { return try? propWilson(x: yes, n: valid) }
        return try? propWilsonFPC(x: yes, n: valid, population: invited)
    }
}
