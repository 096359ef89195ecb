package import Scheme

/// A run has come to another step.
package struct PhaseChanged: RunEventContract {
    package static let name = "traject-fase-gewijzigd"
    package static let dataClass = DataClass.open
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The number of the step that ended; `nil` at the start.
    package let from: Int?
    /// The number of the step that begins.
    package let to: Int
    /// The name of the step that begins.
    package let name: String
    /// The number of the pass: 1 until the first certificate, then one more for each.
    package let round: Int
    /// The event that ended the step.
    package let because: String

    /// Makes the payload.
    package init(run: RunID, areas: [AreaID], from: Int?, to: Int, name: String, round: Int, because: String) {
        self.run = run
        self.areas = areas
        self.from = from
        self.to = to
        self.name = name
        self.round = round
        self.because = because
    }

    package var subject: String { "traject/\(run)" }
}
