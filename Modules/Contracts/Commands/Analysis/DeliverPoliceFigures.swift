package import Scheme

/// Takes over registered crimes from an export of the police's open-data portal, all or nothing.
package struct DeliverPoliceFigures: CommandContract {
    package static let name = "analysis.deliver-police-figures"
    /// The run, which is at a measuring step.
    package let run: RunID
    /// The CSV of table 47022NED as the portal exports it, over twelve months.
    package let file: DeliveredFile
    /// The source as it must be named.
    package let source: String
    /// Whether rows of other regions are left out; otherwise they are refused.
    package let selectRegions: Bool
    /// Regions in the file of about the area's size, to tell how far its count would have fallen by itself; `nil` for
    /// none.
    package let comparable: [Region]?

    /// Makes the command.
    package init(run: RunID, file: DeliveredFile, source: String, selectRegions: Bool, comparable: [Region]? = nil) {
        self.run = run
        self.file = file
        self.source = source
        self.selectRegions = selectRegions
        self.comparable = comparable
    }
}
