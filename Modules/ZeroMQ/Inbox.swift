/// Carries what a socket receives to one consumer outside the messaging thread, in batches, with a bounded buffer.
///
/// The sequence ends when the socket is closed or the waiting task is cancelled, and throws `terminated` when the
/// messaging thread is shut down; what was buffered by then comes first.
@safe
package final class Inbox: Sendable {
    /// Names what happens when the buffer is full.
    package enum Policy: Hashable, Sendable {
        /// Reads no further until the consumer took the buffer, so that the sender feels it.
        case pauseSocket
        /// Drops what arrives and counts it, for messages that are only hints.
        case dropNewest
    }

    typealias Handover = Result<[Frames]?, ZeroMQError>

    /// Holds what both sides share.
    struct State {
        var buffer: [Frames] = []
        var waiters: [(number: UInt64, continuation: CheckedContinuation<Handover, Never>)] = []
        var lastNumber: UInt64 = 0
        var closeReason: CloseReason?
        var isPaused = false
        var droppedCount = 0
    }

    package let limit: Int
    package let policy: Policy
    let state = Lock(State())
    private let ioThread: IOThread
    // Sound because it is used only by closures that run on the messaging thread, and it checks that itself.
    nonisolated(unsafe) private let socket: Socket

    /// Takes over the socket's `onReceive`; only from code on the messaging thread.
    ///
    /// - Parameters:
    ///   - socket: An open socket of a kind that receives.
    ///   - limit: The largest number of messages in the buffer, at least 1.
    ///   - policy: What happens when the buffer is full.
    package init(_ socket: Socket, limit: Int, policy: Policy) {
        precondition(limit > 0, "An inbox holds at least one message.")
        self.limit = limit
        self.policy = policy
        ioThread = socket.ioThread
        unsafe self.socket = socket
        if policy == .pauseSocket { socket.batchLimit = Swift.min(limit, Socket.largestBatch) }
        if socket.isOpen { socket.onReceive = { batch in self.take(batch) } }
        socket.addCloseHandler { reason in self.end(reason) }
    }

    /// Counts the messages dropped so far because the buffer was full.
    package var droppedCount: Int { state.withLock { $0.droppedCount } }

    /// Counts the messages that wait for the consumer.
    package var bufferedCount: Int { state.withLock { $0.buffer.count } }

    private func take(_ batch: [Frames]) {
        let (waiter, room) = state.withLock { state in
            if !state.waiters.isEmpty {
                return (state.waiters.removeFirst().continuation as CheckedContinuation<Handover, Never>?, limit)
            }
            let accepted = batch.prefix(limit - state.buffer.count)
            state.buffer.append(contentsOf: accepted)
            state.droppedCount += batch.count - accepted.count
            let room = limit - state.buffer.count
            state.isPaused = policy == .pauseSocket && room == 0
            return (nil, room)
        }
        waiter?.resume(returning: .success(batch))
        guard policy == .pauseSocket else { return }
        unsafe socket.isPolling = room > 0
        unsafe socket.batchLimit = Swift.min(Swift.max(room, 1), Socket.largestBatch)
    }

    private func end(_ reason: CloseReason) {
        let waiters = state.withLock { state in
            state.closeReason = reason
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.continuation.resume(returning: reason.handover) }
    }

    /// Lets the socket be read again after the consumer emptied the buffer.
    func resumeReading() {
        ioThread.post { [self] in
            guard state.withLock({ !$0.isPaused }) else { return }
            unsafe socket.batchLimit = Swift.min(limit, Socket.largestBatch)
            unsafe socket.isPolling = true
        }
    }
}

extension CloseReason {
    var handover: Inbox.Handover {
        switch self {
        case .closed: .success(nil)
        case .terminated: .failure(ZeroMQError(.terminated, .receive))
        }
    }
}
