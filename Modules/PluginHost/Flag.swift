import Synchronization

/// A yes that several tasks see once it has been said.
final class Flag: Sendable {
    private let value = Atomic(false)

    /// Whether it has been said.
    var isRaised: Bool { value.load(ordering: .acquiring) }

    /// Says yes.
    func raise() { value.store(true, ordering: .releasing) }
}
