package import Scheme

/// Tells the codes that were handed out for the open survey of the present measurement; which firm has which is not told.
///
/// From then on only these codes may answer, and answers are kept under other names that only the service can make of
/// them. Given again it replaces the codes; those that have answered must stay among them. Answered with
/// ``InvitedRespondents``.
package struct InviteRespondents: CommandContract {
    package static let name = "analysis.invite-respondents"
    /// The run, which is at a measuring step.
    package let run: RunID
    /// The codes, as many as were invited at the opening, in an order that says nothing.
    package let codes: [String]

    /// Makes the command.
    package init(run: RunID, codes: [String]) {
        self.run = run
        self.codes = codes
    }
}
