/// What is to happen, in the order of virtual time; of two things at one moment, the one that was planned first.
struct Agenda<Happening> {
    private struct Item {
        let at: Duration
        let order: UInt64
        let slot: Int

        func comes(before other: Item) -> Bool { at == other.at ? order < other.order : at < other.at }
    }

    /// A binary heap, the first is the next; what happens stands apart, so that moving an item is cheap.
    private var heap: [Item] = []
    private var slots: [Happening?] = []
    private var freeSlots: [Int] = []
    private var count: UInt64 = 0

    /// Plans something.
    mutating func add(_ happening: Happening, at: Duration) {
        count += 1
        heap.append(Item(at: at, order: count, slot: store(happening)))
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
        if !heap.isEmpty {
            heap[0] = last
            sink()
        }
        guard let happening = slots[first.slot].take() else { return nil }
        freeSlots.append(first.slot)
        return (first.at, happening)
    }

    private mutating func store(_ happening: Happening) -> Int {
        guard let slot = freeSlots.popLast() else {
            slots.append(happening)
            return slots.count - 1
        }
        slots[slot] = happening
        return slot
    }

    /// Brings the first item down to its place.
    private mutating func sink() {
        var parent = 0
        while true {
            var least = parent
            let (left, right) = (2 * parent + 1, 2 * parent + 2)
            if left < heap.count, heap[left].comes(before: heap[least]) { least = left }
            if right < heap.count, heap[right].comes(before: heap[least]) { least = right }
            guard least != parent else { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
