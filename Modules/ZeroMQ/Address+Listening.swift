import Glibc

extension Address {
    /// Whether this is a Unix socket at which nobody listens: there is no such file, or the process that made it ended.
    ///
    /// The library does not tell: it tries to connect until somebody does listen. What cannot be known is `false`, as it
    /// is for the other transports.
    package var isDeserted: Bool {
        guard transport == .ipc, !location.hasPrefix("@"), location.utf8.count <= Self.pathLimit else { return false }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: location.utf8) }
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let descriptor = socket(AF_UNIX, kind, 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let outcome = unsafe withUnsafePointer(to: address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        return outcome != 0 && [ECONNREFUSED, ENOENT].contains(errno)
    }
}
