import Glibc
import Synchronization
import Testing

/// Ports of this host that nobody has, and no other test was given.
enum FreePorts {
    private static let given = Mutex<Set<Int>>([])

    static func next() throws -> Int {
        while true {
            let listener = try Listener(at: 0)
            let port = try listener.port
            if given.withLock({ $0.insert(port).inserted }) { return port }
        }
    }
}

/// A plain TCP socket that listens and thereby keeps a port to itself, as another program would.
final class Listener {
    private let descriptor: Int32

    init(at port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
        }
        try #require(status == 0 && listen(descriptor, 1) == 0)
    }

    var port: Int {
        get throws {
            var address = sockaddr_in()
            var size = socklen_t(MemoryLayout<sockaddr_in>.size)
            let status = withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
            }
            try #require(status == 0)
            return Int(in_port_t(bigEndian: address.sin_port))
        }
    }

    deinit { close(descriptor) }
}
