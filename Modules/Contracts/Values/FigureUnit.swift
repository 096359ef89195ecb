/// What a figure's value is.
package enum FigureUnit: String, Codable, Hashable, Sendable {
    /// A part of the valid answers, 0 to 1.
    case share = "aandeel"
    /// A number of things counted.
    case count = "aantal"
    /// A number per 100 establishments in twelve months.
    case ratePer100 = "per-100-vestigingen"
}
