/// Decides which waiting writers share a commit, and when the store may close; it does nothing itself.
struct CommitQueue: Sendable {
    /// Told whether the caller is the one that closes the store.
    typealias Closer = CheckedContinuation<Bool, Never>

    private enum Phase {
        case idle
        case draining
        /// No new writers; those that wait are still served.
        case closing(Closer)
        case closed
    }

    /// What the writer that came has to do.
    enum Entrance {
        case startDraining
        case wait
        case refuse
    }

    /// What the one that commits has to do next.
    enum Turn {
        case commit([PendingWrite])
        case rest
        case closed(Closer)
    }

    /// What the one that closes has to do.
    enum Closing {
        case closeNow
        case wait
        case alreadyClosed
    }

    private var phase = Phase.idle
    private var waiting: [PendingWrite] = []

    var isOpen: Bool {
        switch phase {
        case .idle, .draining: true
        case .closing, .closed: false
        }
    }

    var waitingCount: Int { waiting.count }

    mutating func enter(_ pending: PendingWrite) -> Entrance {
        switch phase {
        case .idle:
            waiting.append(pending)
            phase = .draining
            return .startDraining
        case .draining:
            waiting.append(pending)
            return .wait
        case .closing, .closed:
            return .refuse
        }
    }

    mutating func next(atMost limit: Int) -> Turn {
        guard waiting.isEmpty else {
            let batch = Array(waiting.prefix(limit))
            waiting.removeFirst(batch.count)
            return .commit(batch)
        }
        if case .closing(let closer) = phase {
            phase = .closed
            return .closed(closer)
        }
        phase = .idle
        return .rest
    }

    mutating func close(_ closer: Closer) -> Closing {
        switch phase {
        case .idle:
            phase = .closed
            return .closeNow
        case .draining:
            phase = .closing(closer)
            return .wait
        case .closing, .closed:
            return .alreadyClosed
        }
    }
}
