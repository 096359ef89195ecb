import EventSourcing

/// Rows that a transaction has read or written and that only it can change until it ends.
struct KnownRows {
    /// What a delivery needs of a channel.
    struct Channel {
        let number: Int64
        var head: FeedOffset
    }

    /// The number that each table gave out last.
    var numbers: [String: Int64] = [:]
    var channels: [ChannelName: Channel] = [:]
    /// The envelope that was delivered last; one goes to many channels in a row.
    var envelope: (number: Int64, thread: Int64)?
}
