/// The kinds of area that can carry the label.
package enum AreaKind: String, Codable, Hashable, Sendable, CaseIterable {
    case shoppingArea = "winkelgebied"
    case businessPark = "bedrijventerrein"
    case ruralArea = "buitengebied"
}
