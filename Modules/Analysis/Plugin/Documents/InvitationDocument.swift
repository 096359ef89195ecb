import AnalysisDomain
import Scheme

/// The private document of who may answer a survey.
struct InvitationDocument: Codable {
    /// The kept names, in an order that says nothing.
    let names: [RespondentCode]

    init(_ names: Set<RespondentCode>) { self.names = names.sorted { $0.text < $1.text } }
}
