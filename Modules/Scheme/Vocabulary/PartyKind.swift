/// The kinds of party to an agreement; which of them are mandatory is data of the scheme.
package enum PartyKind: String, Codable, Hashable, Sendable, CaseIterable {
    case entrepreneurs = "ondernemers"
    case municipality = "gemeente"
    case police = "politie"
    case fireBrigade = "brandweer"
    case propertyOwner = "vastgoed"
    case ownersAssociation = "vve"
    case housingAssociation = "woningcorporatie"
    case security = "beveiliger"
    case enforcement = "handhaving"
    case environmentalService = "omgevingsdienst"
    case parkManager = "parkmanager"
    case other = "overig"
}
