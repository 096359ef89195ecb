import Scheme

/// A partner of the test: what it may read, and the program that it runs.
struct PartnerRole: Sendable {
    let name: String
    /// What it may read from the beginning; `nil` for the one whose grants change all the time.
    let grant: (pattern: String, dataClass: DataClass)?
    let program: PartnerProgramKind

    /// One that may read all, one of a municipality and only what is open, one of a single type, one that changes.
    static let all = [
        PartnerRole(name: "alles", grant: ("*/*/*/*", .confidential), program: .swift),
        PartnerRole(name: "gemeente-gm0344", grant: ("*/gm0344/*/*", .open), program: .python),
        PartnerRole(name: "wijzigingen", grant: ("registry/*/*/gebied-gewijzigd", .open), program: .c),
        PartnerRole(name: "wisselend", grant: nil, program: .swift),
    ]

    /// Whether an event is to be in its feed, when its grant never changes.
    func mayRead(_ event: FeedEvent) -> Bool {
        guard let grant, let pattern = GrantPattern(grant.pattern) else { return false }
        return Grant(pattern, upTo: grant.dataClass).gives(event.topic, of: event.dataClass)
    }
}

/// The language of a partner's program.
enum PartnerProgramKind: String, Sendable {
    /// PartnerKit, in this executable.
    case swift = "PartnerKit"
    /// The example in Python.
    case python = "Python"
    /// The example in C.
    case c = "C"
}
