package import Scheme

/// What a plan needs of a safety analysis: the problems to cover and the figures by which objectives are judged.
package struct SafetyAnalysis: Hashable, Sendable {
    /// A problem that the plan must cover.
    package struct Bottleneck: Hashable, Sendable {
        /// The problem, for instance K1.
        package let id: LocalID
        /// The problem in one line.
        package let title: String
        /// The indicator that shows it.
        package let indicator: String
        /// The measures of the catalogue for it, best evidence first.
        package let measures: [LocalID]

        /// Makes a bottleneck.
        package init(id: LocalID, title: String, indicator: String, measures: [LocalID] = []) {
            (self.id, self.title, self.indicator, self.measures) = (id, title, indicator, measures)
        }
    }

    /// The number of registered events behind a figure.
    package struct Registered: Hashable, Sendable {
        /// What is counted, in Dutch.
        package let name: String
        /// The number.
        package let count: Int

        /// Makes the value.
        package init(name: String, count: Int) { (self.name, self.count) = (name, count) }
    }

    /// A figure for which an objective can set a target.
    package struct Indicator: Hashable, Sendable {
        /// The indicator's identifier in the survey version or the source.
        package let id: String
        /// The value that was measured, or `nil` when it is undefined.
        package let value: Double?
        /// The highest value that makes sense: 1 for a share, `nil` for a count or a rate.
        package let highest: Double?
        /// What was registered, for a count or rate of the police or the fire brigade.
        package let registered: Registered?

        /// Makes an indicator.
        package init(id: String, value: Double?, highest: Double?, registered: Registered? = nil) {
            (self.id, self.value, self.highest, self.registered) = (id, value, highest, registered)
        }
    }

    /// The number of the measurement, 0 for the baseline.
    package let measurement: Int
    /// The day on which it was established.
    package let on: CalendarDate
    /// The problems, in the order of the analysis.
    package let bottlenecks: [Bottleneck]
    /// The figures, in the order of the analysis.
    package let indicators: [Indicator]

    /// Makes an analysis.
    package init(measurement: Int, on: CalendarDate, bottlenecks: [Bottleneck], indicators: [Indicator]) {
        self.measurement = measurement
        self.on = on
        self.bottlenecks = bottlenecks
        self.indicators = indicators
    }

    /// The problem with an identifier, or `nil`.
    func bottleneck(_ id: LocalID) -> Bottleneck? { bottlenecks.first { $0.id == id } }

    /// The figure with an identifier, or `nil`.
    func indicator(_ id: String) -> Indicator? { indicators.first { $0.id == id } }
}
