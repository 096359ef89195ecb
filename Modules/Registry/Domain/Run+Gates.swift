import Scheme

/// What each gate of the registry lacks, in words; `nil` when the gate is open.
extension Run {
    /// For the gate `verplichte-partijen-getekend`: each mandatory kind has joined and one of its parties has signed.
    func lackingMandatoryParties(_ scheme: Scheme, signed: Set<OrganisationID>) -> String? {
        let joined = Set(parties.values.map(\.party.kind))
        let signedKinds = Set(parties.values.map(\.party).filter { signed.contains($0.organisation) }.map(\.kind))
        let absent = scheme.mandatoryPartyKinds.filter { !joined.contains($0) }.map(\.rawValue)
        guard absent.isEmpty else {
            return "no party of the kind \(absent.joined(separator: ", ")) has joined; let them join and sign first"
        }
        let unsigned = scheme.mandatoryPartyKinds.filter { !signedKinds.contains($0) }.map(\.rawValue)
        guard unsigned.isEmpty else {
            return "no party of the kind \(unsigned.joined(separator: ", ")) has signed; let them sign first"
        }
        return nil
    }

    /// For the gate `jaarverslag`: a yearly report was heard of since the last certificate.
    var lackingAnnualReport: String? {
        reportedYears.isEmpty
            ? "no jaarverslag has been established since the last certificate; establish it first" : nil
    }
}
