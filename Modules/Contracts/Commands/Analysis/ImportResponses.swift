package import Scheme

/// Takes over survey answers from a CSV, all or nothing.
///
/// Answered with ``ImportedResponses``.
package struct ImportResponses: CommandContract {
    package static let name = "analysis.import-responses"
    /// The run, which is at a measuring step.
    package let run: RunID
    /// A CSV with the column `respondent` and one for each question code; an empty field is no answer.
    package let file: DeliveredFile

    /// Makes the command.
    package init(run: RunID, file: DeliveredFile) {
        self.run = run
        self.file = file
    }
}
