package import Scheme

/// Takes over survey answers from a CSV of our own layout or an export of LimeSurvey, all or nothing.
///
/// Answered with ``ImportedResponses``.
package struct ImportResponses: CommandContract {
    package static let name = "analysis.import-responses"
    /// The run, which is at a measuring step.
    package let run: RunID
    /// A CSV with the column `respondent` and one for each question code, in which an empty field is no answer; or an
    /// export of LimeSurvey.
    package let file: DeliveredFile
    /// Where the questions stand in an export of LimeSurvey and what its answers mean, a JSON; `nil` for our own layout.
    package let mapping: DeliveredFile?

    /// Makes the command.
    package init(run: RunID, file: DeliveredFile, mapping: DeliveredFile? = nil) {
        self.run = run
        self.file = file
        self.mapping = mapping
    }
}
