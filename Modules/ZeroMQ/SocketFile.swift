import Glibc

/// Names what stands at the path of an `ipc` address before it is bound.
///
/// The library removes whatever it finds there, be it a living socket or a document, so this is looked at first.
enum SocketFile: Hashable {
    case absent
    /// Left behind by a process that no longer runs.
    case stale
    case listening
    case denied
    /// Something else than a socket.
    case foreign

    /// Looks at a path; never blocks.
    init(at path: String) {
        // Sound because the system fills a local structure of its own type, which outlives the call.
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else {
            self = errno == EACCES ? .denied : .absent
            return
        }
        guard status.st_mode & S_IFMT == S_IFSOCK else {
            self = .foreign
            return
        }
        self = Self.knock(at: path)
    }

    private static func knock(at path: String) -> SocketFile {
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let descriptor = socket(AF_UNIX, kind, 0)
        guard descriptor >= 0 else { return .denied }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        // Sound because the path is cut to the room there is, and the address is local and outlives both calls.
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { buffer in
            unsafe buffer.copyBytes(from: path.utf8.prefix(buffer.count - 1))
        }
        // Sound for the same reason: the length is that of the address, which lives until the call has returned.
        let status = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        if status == 0 { return .listening }
        return switch errno {
        case ENOENT: .absent
        case ECONNREFUSED: .stale
        case EACCES, EPERM: .denied
        // A full queue of connections, for one: somebody is there.
        default: .listening
        }
    }
}
