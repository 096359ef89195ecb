/// Whether an inspection round (schouw) was walked by day or in the dark.
package enum InspectionKind: String, Codable, Hashable, Sendable, CaseIterable {
    case day = "dag"
    case dark = "donker"
}
