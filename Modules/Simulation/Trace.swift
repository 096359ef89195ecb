/// What happened, as text: the newest lines, and a hash over all of them by which two runs can be compared.
struct Trace {
    private static let kept = 30

    private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    private var ring: [String] = []
    private var place = 0

    /// Adds a line.
    mutating func note(_ line: String) {
        // FNV-1a, 64 bits.
        for byte in line.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        hash = (hash ^ 0x0A) &* 0x0000_0100_0000_01B3
        if ring.count < Self.kept {
            ring.append(line)
        } else {
            ring[place] = line
            place = (place + 1) % Self.kept
        }
    }

    /// The newest lines, oldest first.
    var lines: [String] { Array(ring[place...] + ring[..<place]) }
}
