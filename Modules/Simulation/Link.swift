import Bus

/// One feed and its follower: the two state machines and the connection between them.
struct Link {
    /// The publisher's side, `nil` while its process is down or its door is shut.
    var server: FeedServer?
    /// Counts the lives of the publisher's side: what a former one had asked of its store is void.
    var serverLife = 0
    /// The newest entry that was told over the live channel.
    var announced: Int64 = 0
    /// How often the feed had been restored when the consumer began.
    var restoresAtStart = 0

    /// The consumer's side, `nil` while its process is down.
    var consumer: SimulatedConsumer?
    /// Counts the lives of the consumer's side: an effect that a former one had begun is void.
    var life = 0
    /// Whether the consumer has stopped for good and waits for the operator.
    var isHalted = false
    /// The furthest position that was ever on the consumer's disk, in each epoch.
    var furthest: [String: Int64] = [:]

    /// Counts the pairs of sockets that the consumer has opened; messages to former ones are lost.
    var connection = 0
    /// Counts the connections that the network has made; each is another peer to the publisher.
    var attachment = 0
    /// Whether the present connection stands.
    var isAttached = false
    /// The former connection, and until when its messages still arrive: it loses any suffix.
    var former: (attachment: Int, until: Duration) = (0, .zero)
    /// Requests that wait for a connection.
    var unsent: [[[UInt8]]] = []
    /// Until when everything on this way is lost.
    var partitionedUntil: Duration = .zero
    /// When the newest message to the publisher arrives: no other overtakes it.
    var toServer: Duration = .zero
    /// When the newest message to the consumer arrives.
    var toConsumer: Duration = .zero
    /// When the latest live message arrives; others may overtake it.
    var latestLive: Duration = .zero
    /// When the effect that is under way is done; the next one waits for it.
    var effectAt: Duration = .zero
    /// Counts the requests that the partner's own program sends beside its consumer.
    var ownRequests: UInt64 = 1 << 63

    /// Whether messages of a connection still arrive.
    func carries(_ attachment: Int, at now: Duration) -> Bool {
        (isAttached && attachment == self.attachment) || (attachment == former.attachment && now <= former.until)
    }

    /// The present connection as the publisher sees it.
    static func peer(_ attachment: Int) -> FeedServer.Peer {
        (0..<4).map { UInt8(truncatingIfNeeded: attachment >> (24 - 8 * $0)) }
    }

    static func attachment(_ peer: FeedServer.Peer) -> Int { peer.reduce(0) { $0 << 8 | Int($1) } }
}
