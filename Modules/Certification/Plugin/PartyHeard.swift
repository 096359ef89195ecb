import Contracts
import Scheme

/// A party that joined or left was heard of; kept in certification's own log only.
struct PartyHeard: RunForm {
    static let type = "certification.party-heard.v1"
    /// The run.
    let run: RunID
    /// The areas under the run.
    let areas: [AreaID]
    /// The organisation.
    let organisation: OrganisationID
    /// Whether it takes part from now on.
    let takesPart: Bool
}
