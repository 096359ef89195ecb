/// Gives every distinct byte sequence of a column a number, in the order in which they first occur.
///
/// A column of a figures table holds few distinct values and repeats them in a steady order. So the value that
/// followed the previous one last time is tried first; only when that fails is the value looked up by its hash.
struct Lexicon: Sendable {
    private var text: [UInt8] = []
    private var starts: [Int] = [0]
    private var following: [Int] = []
    private var slots: [Int32] = Array(repeating: -1, count: 256)
    private var previous = -1

    /// The number of distinct values so far.
    var count: Int { following.count }

    /// The value with a number.
    subscript(id: Int) -> ArraySlice<UInt8> { text[starts[id]..<starts[id + 1]] }

    /// The number of the value that stands at `start` if it is the expected one and `end` follows it.
    ///
    /// - Returns: The number, or -1.
    @inline(__always)
    mutating func expected(in bytes: Span<UInt8>, at start: Int, end: UInt8) -> Int {
        guard previous >= 0 else { return -1 }
        let id = following[previous]
        let first = starts[id]
        let length = starts[id + 1] - first
        guard start + length < bytes.count, bytes[start + length] == end else { return -1 }
        guard Self.same(bytes.extracting(start..<(start + length)), text.span.extracting(first..<(first + length)))
        else { return -1 }
        previous = id
        return id
    }

    /// Compares without a branch for each byte, so that several are compared at once.
    @inline(__always)
    private static func same(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        var differences: UInt8 = 0
        for index in left.indices { differences |= left[index] ^ right[index] }
        return differences == 0
    }

    /// The length in bytes of the value with a number.
    @inline(__always)
    func length(of id: Int) -> Int { starts[id + 1] - starts[id] }

    /// The number of a value, a new one if it has not occurred before.
    mutating func id(of bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in start..<end { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
        hash ^= hash >> 29
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let id = Int(slots[slot])
            if equals(id, bytes, start, end) { return learn(id) }
            slot = (slot + 1) & (slots.count - 1)
        }
        let id = count
        for index in start..<end { text.append(bytes[index]) }
        starts.append(text.count)
        following.append(id)
        slots[slot] = Int32(id)
        if count * 2 > slots.count { grow() }
        return learn(id)
    }

    private mutating func learn(_ id: Int) -> Int {
        if previous >= 0 { following[previous] = id }
        previous = id
        return id
    }

    private func equals(_ id: Int, _ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let first = starts[id]
        guard starts[id + 1] - first == end - start else { return false }
        for index in 0..<(end - start) where bytes[start + index] != text[first + index] { return false }
        return true
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 4)
        for id in 0..<count {
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in self[id] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash ^= hash >> 29
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(id)
        }
    }
}
