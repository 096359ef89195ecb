/// What is to happen, in the order of virtual time; of two things at one moment, the one that was planned first.
struct Agenda<Happening> {
    private struct Item {
        let at: Duration
        let order: UInt64
        let happening: Happening

        func comes(before other: Item) -> Bool { at == other.at ? order < other.order : at < other.at }
    }

    /// A binary heap; the first is the next.
    private var heap: [Item] = []
    private var count: UInt64 = 0

    /// Plans something.
    mutating func add(_ happening: Happening, at: Duration) {
        count += 1
        heap.append(Item(at: at, order: count, happening: happening))
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].comes(before: heap[parent]) else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    /// Takes what is next, `nil` when nothing is planned.
    mutating func next() -> (at: Duration, happening: Happening)? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return (first.at, first.happening) }
        heap[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child].comes(before: heap[least]) {
                least = child
            }
            guard least != parent else { return (first.at, first.happening) }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
