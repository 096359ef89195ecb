/// One number of the report.
struct FigureRow: Codable, Hashable, Sendable {
    /// The part of the report: enquete, politiecijfers and so on.
    let part: String
    /// What it is about: a figure's identifier, a goal, a finding.
    let id: String
    /// That in words.
    let name: String
    /// Which number of it.
    let quantity: String
    /// The measurement, as its number; `nil` for a comparison of two.
    let measurement: Int?
    /// The number, unrounded; `nil` for what is no number.
    let value: Double?
    /// The number as the report shows it.
    let shown: String
}
