import Glibc

extension KeyFolder {
    /// Refuses a folder, or a public key in it, that somebody else could change: whoever can put a file here makes
    /// himself an operator.
    ///
    /// - Throws: ``KeyError/writable(path:mode:)`` or ``KeyError/foreign(path:)``; nothing for what is not there.
    func requireTrust(in names: [String]) throws(KeyError) {
        try Self.requireTrust(path)
        for name in names { try Self.requireTrust("\(path)/\(name).public") }
    }

    private static func requireTrust(_ path: String) throws(KeyError) {
        var status = stat()
        // A link counts as what it leads to, for that is what is read.
        guard stat(path, &status) == 0 else { return }
        guard status.st_uid == geteuid() || status.st_uid == 0 else { throw .foreign(path: path) }
        guard status.st_mode & 0o022 == 0 else {
            throw .writable(path: path, mode: "0" + String(status.st_mode & 0o777, radix: 8))
        }
    }
}
