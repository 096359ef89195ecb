import Scheme

/// The organisations of the areas' stories.
enum OrganisationNames {
    static func id(_ text: String) -> OrganisationID? { OrganisationID(text) }

    /// One party of each kind that must sign.
    static let parties: [(kind: PartyKind, id: OrganisationID)] = {
        let kinds: [(PartyKind, String)] = [
            (.entrepreneurs, "ondernemers-chaos"), (.municipality, "gemeente-chaos"), (.police, "politie-chaos"),
            (.fireBrigade, "brandweer-chaos"),
        ]
        return kinds.compactMap { kind, name in id(name).map { (kind, $0) } }
    }()
}
