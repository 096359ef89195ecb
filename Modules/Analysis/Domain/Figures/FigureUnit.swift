/// What a figure's value is.
package enum FigureUnit: Hashable, Sendable {
    /// A part of the valid answers, 0 to 1.
    case share
    /// A number of things counted.
    case count
    /// A number per 100 establishments in twelve months.
    case ratePer100
}
