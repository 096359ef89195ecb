import Contracts
import Scheme

/// Who signs, on the command line: `gemeente-uh=wethouder`.
struct SignatoryArgument: RuledArgument {
    static let rule = "an organisation and a function such as gemeente-uh=wethouder"

    let signatory: Signatory

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let organisation = OrganisationID(String(parts[0])) else { return nil }
        signatory = Signatory(organisation: organisation, function: String(parts[1]))
    }
}
