/// Where a certificate is; the raw value is the Dutch word for people.
package enum CertificateStatus: String, Hashable, Sendable, CaseIterable {
    case granted = "verleend"
    case suspended = "geschorst"
    case expired = "verlopen"
    case withdrawn = "ingetrokken"
    case replaced = "vervangen"

    /// What may happen to a certificate.
    package enum Change: String, Hashable, Sendable, CaseIterable {
        case suspend = "be suspended"
        case lift = "have a suspension lifted"
        case expire
        case withdraw = "be withdrawn"
        case replace = "be replaced"
    }

    /// What each change makes of each status; a pair that is missing cannot happen.
    package static let table: [Change: [CertificateStatus: CertificateStatus]] = [
        .suspend: [.granted: .suspended],
        .lift: [.suspended: .granted],
        .expire: [.granted: .expired, .suspended: .expired],
        .withdraw: [.granted: .withdrawn, .suspended: .withdrawn],
        .replace: [.granted: .replaced, .expired: .replaced],
    ]

    /// The status after a change, or `nil` when it cannot happen.
    package func after(_ change: Change) -> CertificateStatus? { Self.table[change]?[self] }

    /// Whether the last day still lies ahead and will be marked when it passes.
    package var isRunning: Bool { after(.expire) != nil }
}
