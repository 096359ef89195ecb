/// Tells why the events cannot be followed, and what to do.
public enum PartnerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A value that was given cannot be right.
    case malformed(String)
    /// The gateway began a new life of the feed, after a backup was restored: the position means nothing in it.
    ///
    /// Compare what you have with the operator, then follow again without a position; an event that you know by its
    /// source and identifier is not to be applied again.
    case feedBeganAnew(String)
    /// The events after the position are no longer kept, and no snapshot was asked for.
    case gone(String)
    /// The gateway does not speak this version of the protocol, or does not accept this consumer's name.
    case refused(String)
    /// The messaging library failed.
    case failed(String)

    public var description: String {
        switch self {
        case .malformed(let why), .feedBeganAnew(let why), .gone(let why), .refused(let why), .failed(let why): why
        }
    }
}
