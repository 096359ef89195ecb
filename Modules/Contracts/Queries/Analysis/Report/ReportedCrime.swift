/// One type of registered crime in the area, beside the rest of the municipality.
package struct ReportedCrime: Codable, Hashable, Sendable {
    /// The police's code.
    package let code: String
    /// The figure, for instance politie.2.5.1.
    package let id: String
    /// The title in the police's list.
    package let name: String
    /// Whether it is the police's own total, which is no sum of the types shown.
    package let isTotal: Bool
    /// Whether the police publish no number for this measurement; then `now` is `nil`, and never 0.
    package let isWithheld: Bool
    /// The months of the earlier and this measurement's windows, oldest first; none when years were delivered.
    package let months: [ReportedMonth]
    /// The count over this measurement's window.
    package let now: ReportedCount?
    /// The count over the earlier measurement's window; `nil` when there is none or it is withheld.
    package let before: ReportedCount?
    /// How it changed, the main method first; empty without a comparison.
    package let changes: [FigureChange]
    /// How the number per establishment changed, in which the number of establishments may have changed too.
    package let rateChange: FigureChange?
    /// What the earlier count would have become by itself; `nil` without three or more comparable regions.
    package let regression: RegressionLine?

    /// Makes the value.
    package init(
        code: String,
        id: String,
        name: String,
        isTotal: Bool,
        isWithheld: Bool,
        months: [ReportedMonth],
        now: ReportedCount? = nil,
        before: ReportedCount? = nil,
        changes: [FigureChange],
        rateChange: FigureChange? = nil,
        regression: RegressionLine? = nil
    ) {
        self.code = code
        self.id = id
        self.name = name
        self.isTotal = isTotal
        self.isWithheld = isWithheld
        self.months = months
        self.now = now
        self.before = before
        self.changes = changes
        self.rateChange = rateChange
        self.regression = regression
    }
}
