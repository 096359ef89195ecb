package import Scheme

/// A run has been given up; why stays with the registry.
package struct RunStopped: RunEventContract {
    package static let name = "traject-gestaakt"
    package static let dataClass = DataClass.partnership
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The day.
    package let on: CalendarDate

    /// Makes the payload.
    package init(run: RunID, areas: [AreaID], on: CalendarDate) {
        self.run = run
        self.areas = areas
        self.on = on
    }

    package var subject: String { "traject/\(run)" }
}
