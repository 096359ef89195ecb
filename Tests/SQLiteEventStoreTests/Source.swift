import Synchronization

/// Numbers that look random and are the same in every run (SplitMix64).
final class Source: Sendable {
    private let state: Mutex<UInt64>

    init(state: UInt64) { self.state = Mutex(state) }

    /// The next number, 0 or more and below `limit`.
    func next(_ limit: Int64) -> Int64 {
        let mixed = state.withLock { state in
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return mixed ^ mixed >> 31
        }
        return Int64(mixed % UInt64(limit))
    }
}
