/// The fixed sentences about an objective on a registered count.
package enum ObjectiveNoticeKey: String, Codable, Hashable, Sendable, CaseIterable {
    /// The target would not be a demonstrable fall; a lower one would.
    case tooSmall = "doel.teklein"
    /// With so few events no fall can be demonstrated, not even to 0.
    case immeasurable = "doel.onmeetbaar"
}
