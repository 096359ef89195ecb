/// The catalogue of measures; data that ships with the program.
package struct MeasureCatalogue: Hashable, Sendable {
    /// The measures, with different identifiers.
    package let all: [CatalogueMeasure]

    /// Makes a catalogue of measures with different identifiers.
    package init(_ all: [CatalogueMeasure]) { self.all = all }

    /// The measures for some kinds of problem, best evidence first, then by identifier; none for none.
    ///
    /// What is for every kind of problem is for each of them.
    package func measures(for problems: [ProblemKey]) -> [CatalogueMeasure] {
        guard !problems.isEmpty else { return [] }
        return all.filter { measure in measure.problems.contains { $0 == .every || problems.contains($0) } }
            .sorted { ($0.grade.rawValue, $0.id) < ($1.grade.rawValue, $1.id) }
    }
}
