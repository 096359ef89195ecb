/// The groups of establishments by which results may be told apart.
package enum FirmGrouping: String, Hashable, Sendable, CaseIterable {
    /// By the branch that they say they are in.
    case sector
    /// By the number of people that they say work there.
    case size
}
