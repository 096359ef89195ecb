package import Scheme

/// Starts the next run of an area that has none under way; answers with its identifier.
package struct StartRun: CommandContract {
    package static let name = "registry.start-run"
    /// The area.
    package let area: AreaID
    /// The scheme version, or `nil` for the default one.
    package let scheme: SchemeID?

    /// The identifier that was given out.
    package struct Answer: Codable, Hashable, Sendable {
        /// The new run.
        package let run: RunID

        /// Makes the answer.
        package init(run: RunID) { self.run = run }
    }

    /// Makes the command.
    package init(area: AreaID, scheme: SchemeID? = nil) {
        self.area = area
        self.scheme = scheme
    }
}
