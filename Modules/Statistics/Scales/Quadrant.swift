/// Orders survey items by what matters and displeases most.
package struct Quadrant: Sendable, Hashable {
    /// One item of a survey.
    package struct Item: Sendable, Hashable {
        /// The name under which the item is shown; decides between equal scores.
        package let name: String
        /// The mean importance on the survey's scale.
        package let importance: Double
        /// The share of the answers that is dissatisfied.
        package let dissatisfied: Double

        /// Takes the item as the survey has it.
        package init(name: String, importance: Double, dissatisfied: Double) {
            self.name = name
            self.importance = importance
            self.dissatisfied = dissatisfied
        }
    }

    /// The names by importance × dissatisfied share, the highest first.
    package let order: [String]
    /// The names, in the same order, that reach both means.
    package let priority: [String]
    /// The mean of the importances.
    package let meanImportance: Double
    /// The mean of the dissatisfied shares.
    package let meanDissatisfied: Double
}

/// Divides survey items into priorities and the rest (`quadrant`; after Martilla & James 1977).
///
/// An item is a priority when its importance and its dissatisfied share both reach the mean of all items. Equal
/// scores stand in order of their names' code points. Returns nil without items.
package func quadrant(_ items: [Quadrant.Item]) throws(StatisticsError) -> Quadrant? {
    try Check.finite(items.map(\.importance), "the importance")
    try Check.finite(items.map(\.dissatisfied), "the dissatisfied share")
    guard let importance = items.map(\.importance).mean, let dissatisfied = items.map(\.dissatisfied).mean else {
        return nil
    }
    let ordered = items.sorted { first, second in
        let (one, other) = (first.importance * first.dissatisfied, second.importance * second.dissatisfied)
        return one == other
            ? first.name.unicodeScalars.lexicographicallyPrecedes(second.name.unicodeScalars) : one > other
    }
    return Quadrant(
        order: ordered.map(\.name),
        priority: ordered.filter { $0.importance >= importance && $0.dissatisfied >= dissatisfied }.map(\.name),
        meanImportance: importance,
        meanDissatisfied: dissatisfied
    )
}
