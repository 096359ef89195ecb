import Contracts
import Scheme

/// The stored form of a party that was heard to take part, or to take part no longer.
struct PartyHeard: StoredForm {
    static let type = "analysis.party-heard.v1"
    let organisation: OrganisationID
    let takesPart: Bool
}
