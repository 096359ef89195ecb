/// Names a timer of one messaging thread.
package struct TimerID: Hashable, Sendable {
    let deadline: ContinuousClock.Instant
    let number: UInt64
}

extension TimerID: Comparable {
    package static func < (left: TimerID, right: TimerID) -> Bool {
        (left.deadline, left.number) < (right.deadline, right.number)
    }
}

/// Keeps the timers of a thread in the order of their deadlines.
struct TimerQueue {
    private var entries: [(id: TimerID, body: () -> Void)] = []
    private var lastNumber: UInt64 = 0

    var nextDeadline: ContinuousClock.Instant? { entries.first?.id.deadline }

    mutating func add(at deadline: ContinuousClock.Instant, _ body: @escaping () -> Void) -> TimerID {
        lastNumber += 1
        let id = TimerID(deadline: deadline, number: lastNumber)
        entries.insert((id, body), at: position(of: id))
        return id
    }

    mutating func remove(_ id: TimerID) {
        let place = position(of: id)
        guard place < entries.count, entries[place].id == id else { return }
        entries.remove(at: place)
    }

    /// Takes out the first timer that is due; the others keep waiting even if its body removes them.
    mutating func popDue(at now: ContinuousClock.Instant) -> (() -> Void)? {
        guard let first = entries.first, first.id.deadline <= now else { return nil }
        return entries.removeFirst().body
    }

    mutating func removeAll() {
        entries.removeAll()
    }

    /// Finds the first place whose timer does not come before the given one.
    private func position(of id: TimerID) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
