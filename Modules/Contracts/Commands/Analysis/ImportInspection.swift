package import Scheme

/// Takes over inspection rounds with their findings from a CSV or GeoJSON file, all or nothing.
///
/// Answered with ``RecordedInspection``.
package struct ImportInspection: CommandContract {
    package static let name = "analysis.import-inspection"
    /// The run, which is at a measuring step.
    package let run: RunID
    /// A CSV with at least `ronde;datum;categorie;ernst;omschrijving;eigenaar`, or GeoJSON with such properties.
    package let file: DeliveredFile
    /// The organisations that walked along in rounds of which the file does not say so; parties to the run.
    package let participants: [OrganisationID]

    /// Makes the command.
    package init(run: RunID, file: DeliveredFile, participants: [OrganisationID]) {
        self.run = run
        self.file = file
        self.participants = participants
    }
}
