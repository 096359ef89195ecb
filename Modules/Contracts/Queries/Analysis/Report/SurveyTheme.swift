/// What questions of a survey are about; the questions of one theme are tested as one family.
package enum SurveyTheme: String, Codable, Hashable, Sendable, CaseIterable {
    /// How safe people feel.
    case feeling = "beleving"
    /// Crime of which one was a victim.
    case crime = "slachtofferschap"
    /// Whether crime was reported.
    case reporting = "melden"
    /// Nuisance.
    case nuisance = "overlast"
    /// Light, cleaning and greenery.
    case upkeep = "onderhoud"
    /// Fire safety.
    case fire = "brandveiligheid"
    /// Cyber crime and undermining.
    case cyber = "cyber-ondermijning"
    /// Working together.
    case cooperation = "samenwerking"
}
