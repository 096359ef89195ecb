import Glibc

/// The peer of a latency: 4 KiB to the end of a file, and `fdatasync`.
struct BareDisk: Sendable {
    static let name = "fdatasync of 4 KiB"

    let path: String

    /// Writes a number of times and returns the milliseconds of each.
    @concurrent
    func times(_ count: Int) async throws -> [Double] {
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        guard file >= 0 else { throw BenchFailure("\(path) cannot be opened: \(String(cString: strerror(errno)))") }
        defer { close(file) }
        let block = [UInt8](repeating: 0x78, count: 4096)
        return try (0..<count).map { _ in
            let start = ContinuousClock.now
            guard write(file, block, block.count) == block.count, fdatasync(file) == 0 else {
                throw BenchFailure("\(path) cannot be written: \(String(cString: strerror(errno)))")
            }
            return start.duration(to: .now) / .milliseconds(1)
        }
    }
}
