/// Tells what became of a message that was offered to a socket.
package enum SendResult: Hashable, Sendable {
    /// Handed to the library; delivery is not promised.
    case sent
    /// Refused: the queue to the other side is full, or nobody is connected.
    case wouldBlock
    /// Refused: no connected peer has the routing id in the first frame.
    case unreachable
}

/// Tells how much of a batch was sent, and what was refused.
package struct BatchResult: Hashable, Sendable {
    /// Counts the messages handed to the library.
    package var sentCount = 0
    /// Holds the refusal of each message that was not sent, by its place in the batch.
    package var refused: [Int: SendResult] = [:]

    package var isComplete: Bool { refused.isEmpty }
}
