package import Scheme

/// Records what the review found wanting.
package struct RecordNonconformity: CommandContract {
    package static let name = "certification.record-nonconformity"
    /// The run.
    package let run: RunID
    /// The nonconformity, unique within the application.
    package let nonconformity: LocalID
    /// `klein` or `ernstig`; the scheme says how long the repair may take.
    package let `class`: String
    /// The day on which it happened; not in the future.
    package let on: CalendarDate

    /// Makes the command.
    package init(run: RunID, nonconformity: LocalID, class: String, on: CalendarDate) {
        self.run = run
        self.nonconformity = nonconformity
        self.class = `class`
        self.on = on
    }
}
