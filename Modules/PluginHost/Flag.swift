import Synchronization

/// A yes that several tasks see for as long as it is said.
final class Flag: Sendable {
    private let value = Mutex(false)

    /// Says yes.
    func raise() { value.withLock { $0 = true } }

    /// Says no again, after what is done while the flag is raised.
    func lower() { value.withLock { $0 = false } }

    /// Does something unless the flag is lowered, which has to wait until it is done.
    func whileRaised(_ body: () throws -> Void) rethrows {
        try value.withLock { isRaised in
            if isRaised { try body() }
        }
    }
}
