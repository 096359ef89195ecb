import Glibc

/// Keeps the 32 bytes of a secret key in one place, and wipes them when the last owner is gone.
///
/// Copies that pass through texts and arrays on the way in and out are not wiped.
///
/// Soundness: the memory is 32 bytes long, written once before the object is shared, and freed with it.
@safe
final class SecretKey: Sendable {
    // Sound because nothing writes to it between `init` and `deinit`.
    nonisolated(unsafe) private let memory: UnsafeMutablePointer<UInt8>

    /// Reads 40 characters of Z85, and gives `nil` for anything else.
    init?(_ z85: String) {
        guard let bytes = Z85.bytes(of: z85), bytes.count == CurvePublicKey.byteCount else { return nil }
        unsafe memory = .allocate(capacity: CurvePublicKey.byteCount)
        for (index, byte) in bytes.enumerated() { unsafe (memory + index).initialize(to: byte) }
    }

    deinit {
        unsafe explicit_bzero(memory, CurvePublicKey.byteCount)
        unsafe memory.deallocate()
    }

    func withBytes<Result, Failure>(_ body: ([UInt8]) throws(Failure) -> Result) throws(Failure) -> Result {
        try body(unsafe Array(UnsafeBufferPointer(start: memory, count: CurvePublicKey.byteCount)))
    }
}

extension SecretKey: CustomReflectable {
    /// Shows nothing.
    var customMirror: Mirror { Mirror(self, children: []) }
}
