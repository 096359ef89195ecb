/// Holds what waits to run on the messaging thread, and how far the thread's life has come.
struct WorkQueue {
    /// Names a piece of work.
    enum Work {
        case job(UnownedJob)
        case closure(@Sendable () -> Void)
    }

    /// Names the stage of the thread's life.
    enum Phase {
        case running
        case stopping
        case stopped
    }

    var items: [Work] = []
    var phase = Phase.running
    /// Tells whether a helper thread runs the work that came after the stop.
    var isDraining = false
    var stopWaiters: [CheckedContinuation<Void, Never>] = []

    mutating func takeItems() -> [Work] {
        var taken: [Work] = []
        swap(&taken, &items)
        return taken
    }
}
