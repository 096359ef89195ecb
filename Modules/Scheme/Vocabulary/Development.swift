/// Whether an area exists already or is being built; until 2012 each had a handbook of its own.
package enum Development: String, Codable, Hashable, Sendable, CaseIterable {
    case existing = "bestaand"
    case newBuild = "nieuwbouw"
}
