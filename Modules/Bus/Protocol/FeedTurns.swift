/// Counts what is read and written of the store for whom, so that nobody takes the turns of the others.
///
/// Pure bookkeeping: one read at a time for a peer, and a few for a sender; all peers without a key count as one.
struct FeedTurns {
    private var reading: [FeedServer.Peer: UInt64] = [:]
    private var reads: [String?: Int] = [:]
    private var noting: Set<UInt64> = []
    private var notes: [String?: Int] = [:]

    /// Takes a turn to read, if there is one.
    mutating func startRead(_ ticket: FeedServer.Ticket) -> Bool {
        let count = reads[ticket.sender, default: 0]
        guard reading[ticket.peer] == nil, count < FeedLimits.readsOfOneSender else { return false }
        reading[ticket.peer] = ticket.number
        reads[ticket.sender] = count + 1
        return true
    }

    /// Takes a turn to keep an acknowledgement or a note, if there is one.
    mutating func startNote(_ ticket: FeedServer.Ticket) -> Bool {
        let count = notes[ticket.sender, default: 0]
        guard count < FeedLimits.notesOfOneSender else { return false }
        noting.insert(ticket.number)
        notes[ticket.sender] = count + 1
        return true
    }

    /// Gives a turn back.
    ///
    /// - Returns: Whether somebody may read now who could not before.
    mutating func end(_ ticket: FeedServer.Ticket) -> Bool {
        if noting.remove(ticket.number) != nil {
            Self.lower(&notes, ticket.sender)
            return false
        }
        guard reading[ticket.peer] == ticket.number else { return false }
        reading[ticket.peer] = nil
        Self.lower(&reads, ticket.sender)
        return true
    }

    private static func lower(_ counts: inout [String?: Int], _ sender: String?) {
        guard let count = counts[sender] else { return }
        counts[sender] = count > 1 ? count - 1 : nil
    }
}
