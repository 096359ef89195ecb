import Foundation
import Glibc

/// Tells systemd how the process is, when it was started by systemd.
enum SystemdNotice {
    /// Sends one datagram to `$NOTIFY_SOCKET`; nothing happens when there is none.
    ///
    /// Source: sd_notify(3). A path that begins with `@` is an abstract socket.
    static func send(_ text: String) {
        guard let path = ProcessInfo.processInfo.environment["NOTIFY_SOCKET"], !path.isEmpty else { return }
        let handle = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard handle >= 0 else { return }
        defer { close(handle) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var bytes = Array(path.utf8)
        if bytes[0] == UInt8(ascii: "@") { bytes[0] = 0 }
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
        // Sound because the path was just checked to fit, and the address lives until the call has returned.
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
        let message = Array(text.utf8)
        // Sound because the pointer to the address is only used during the call, and its length is that of the path.
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                _ = sendto(handle, message, message.count, 0, generic, length)
            }
        }
    }
}
