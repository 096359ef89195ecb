package import Scheme

/// Takes over the fire brigade's figures, all or nothing.
package struct DeliverFireFigures: CommandContract {
    package static let name = "analysis.deliver-fire-figures"
    /// The run, which is at a measuring step.
    package let run: RunID
    /// A CSV with `periode;categorie;aantal` over twelve months.
    package let file: DeliveredFile
    /// The source as it must be named.
    package let source: String

    /// Makes the command.
    package init(run: RunID, file: DeliveredFile, source: String) {
        self.run = run
        self.file = file
        self.source = source
    }
}
