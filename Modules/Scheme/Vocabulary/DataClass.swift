/// Says how widely an event may be read; a grant names the highest class that it gives.
package enum DataClass: String, Codable, Hashable, Sendable, CaseIterable, Comparable {
    /// Anybody may know it: phases and certificates.
    case open = "openbaar"
    /// For those who work together in the area.
    case partnership = "intern"
    /// For those who need it for their task: findings, figures of police and fire brigade, shortcomings.
    case confidential = "vertrouwelijk"

    package static func < (left: DataClass, right: DataClass) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .open: 0
        case .partnership: 1
        case .confidential: 2
        }
    }
}
