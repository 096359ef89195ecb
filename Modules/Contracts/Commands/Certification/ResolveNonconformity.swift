package import Scheme

/// Records that a nonconformity has been repaired and verified.
package struct ResolveNonconformity: CommandContract {
    package static let name = "certification.resolve-nonconformity"
    /// The run.
    package let run: RunID
    /// The nonconformity, unique within the application.
    package let nonconformity: LocalID
    /// The day on which it happened; not in the future.
    package let on: CalendarDate

    /// Makes the command.
    package init(run: RunID, nonconformity: LocalID, on: CalendarDate) {
        self.run = run
        self.nonconformity = nonconformity
        self.on = on
    }
}
