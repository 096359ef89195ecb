/// Where an application is; the raw value is the Dutch word for people.
package enum ApplicationStatus: String, Hashable, Sendable, CaseIterable {
    case requested = "aangevraagd"
    case planned = "gepland"
    case completed = "afgerond"
    case granted = "verleend"
    case refused = "geweigerd"

    /// What may be done with an application.
    enum Step: String, Hashable, Sendable, CaseIterable {
        case plan = "be planned"
        case find = "get a nonconformity"
        case resolve = "have a nonconformity resolved"
        case complete = "be completed"
        case grant = "be granted"
        case refuse = "be refused"
    }

    /// From which statuses each step may be done; a decided application allows none.
    static let table: [Step: Set<ApplicationStatus>] = [
        .plan: [.requested, .planned],
        .find: [.planned, .completed],
        .resolve: [.planned, .completed],
        .complete: [.planned],
        .grant: [.completed],
        .refuse: [.requested, .planned, .completed],
    ]

    /// Whether the step may be done now.
    func allows(_ step: Step) -> Bool { Self.table[step]?.contains(self) == true }

    /// Whether nothing has been decided yet.
    package var isOpen: Bool { allows(.refuse) }
}
