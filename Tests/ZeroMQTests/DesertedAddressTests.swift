import Glibc
import TestSupport
import Testing
import ZeroMQ

@Suite("A Unix socket")
struct DesertedAddressTests {
    /// Listens at a path until it is closed; the file stays, as when a process has been killed.
    private func listen(at path: String) throws -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let bound = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0 && Glibc.listen(descriptor, 1) == 0)
        return descriptor
    }

    @Test("is deserted when there is no file, or nobody listens at it any more")
    func deserted() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("s")
            let address = try Address("ipc://\(path)")
            #expect(address.isDeserted)
            let listener = try listen(at: path)
            #expect(!address.isDeserted)
            close(listener)
            #expect(address.isDeserted)
        }
    }

    @Test("at which more call than fit is not called deserted, nor is an address of another kind")
    func unknown() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("s")
            let listener = try listen(at: path)
            defer { close(listener) }
            let address = try Address("ipc://\(path)")
            let calls = (0..<8).map { _ in address.isDeserted }
            #expect(!calls.contains(true))
            #expect(try !Address("tcp://127.0.0.1:1").isDeserted)
        }
    }
}
