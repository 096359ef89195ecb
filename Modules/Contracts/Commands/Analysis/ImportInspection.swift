package import Scheme

/// Takes over inspection rounds with their findings from a CSV, all or nothing.
package struct ImportInspection: CommandContract {
    package static let name = "analysis.import-inspection"
    /// The run, which is at a measuring step.
    package let run: RunID
    /// A CSV with `ronde;datum;categorie;ernst;omschrijving;plaats;rd_x;rd_y;eigenaar;termijn;opgelost_op`.
    package let file: DeliveredFile
    /// The organisations that walked along; parties to the run.
    package let participants: [OrganisationID]

    /// Makes the command.
    package init(run: RunID, file: DeliveredFile, participants: [OrganisationID]) {
        self.run = run
        self.file = file
        self.participants = participants
    }
}
