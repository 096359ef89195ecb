extension UInt64 {
    /// The identifier of a request as 8 bytes, big endian.
    var identifierBytes: [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: self >> (56 - 8 * UInt64($0))) } }

    /// Reads 8 bytes, or `nil`.
    init?(identifierBytes bytes: [UInt8]) {
        guard bytes.count == 8 else { return nil }
        self = bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
