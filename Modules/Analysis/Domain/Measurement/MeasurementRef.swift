package import Scheme

/// Names a measurement of a run.
package struct MeasurementRef: Hashable, Sendable {
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The number, 0 for the baseline.
    package let number: Int

    /// Makes the value.
    package init(run: RunID, areas: [AreaID], number: Int) {
        (self.run, self.areas, self.number) = (run, areas, number)
    }
}
