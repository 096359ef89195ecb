extension Address {
    /// Whether this is a Unix socket at which nobody listens: there is no such file, or the process that made it ended.
    ///
    /// The library does not tell: it tries to connect until somebody does listen. What cannot be known is `false`, and
    /// so are addresses of other transports.
    package var isDeserted: Bool {
        guard transport == .ipc else { return false }
        return [.absent, .stale].contains(SocketFile(at: location))
    }
}
