import CZeroMQ

/// Soundness: the pointer to the socket is used only on the thread that owns it and while it is open, and the library
/// keeps nothing of it after a call has returned.
extension Socket {
    /// Counts the bytes after which a batch is handed over, however few messages it has.
    private static var batchByteLimit: Int { 4 << 20 }

    private var isReading: Bool {
        onReceive != nil || kind == .xpub
    }

    /// Describes the socket to `zmq_poll`.
    ///
    /// One that is not read is still watched by its descriptor: the library renews subscriptions and connections
    /// only when the socket is touched.
    @unsafe
    var pollItem: zmq_pollitem_t {
        guard let handle = unsafe try? openHandle(.receive) else { return unsafe zmq_pollitem_t() }
        let events = Int16(ZMQ_POLLIN)
        return isReading
            ? unsafe zmq_pollitem_t(socket: handle, fd: 0, events: events, revents: 0)
            : unsafe zmq_pollitem_t(socket: nil, fd: number(ZMQ_FD), events: events, revents: 0)
    }

    /// Hands over what arrived, up to the batch limit, or lets the library do its own work.
    func serve() {
        guard isOpen else { return }
        guard isReading else {
            // Reading the events makes the library handle its commands and empties the descriptor.
            _ = number(ZMQ_EVENTS)
            return
        }
        let batch = receiveBatch()
        guard !batch.isEmpty else { return }
        onReceive?(batch)
    }

    private func receiveBatch() -> [Frames] {
        // Asked once a batch: to find out on which thread one is takes a call to the system.
        guard let socket = unsafe try? openHandle(.receive) else { return [] }
        var incoming = Message()
        var batch: [Frames] = []
        var byteCount = 0
        while batch.count < Self.largestBatch, byteCount < Self.batchByteLimit,
            let frames = unsafe receive(into: &incoming, from: socket)
        {
            byteCount += frames.byteCount
            batch.append(frames)
        }
        return batch
    }

    /// Takes one complete message, `nil` when none is waiting; the library delivers all its parts or none.
    private func receive(into incoming: inout Message, from socket: UnsafeMutableRawPointer) -> Frames? {
        guard unsafe incoming.receive(from: socket) == nil else { return nil }
        let head = incoming.bytes
        var tail: [[UInt8]] = []
        while incoming.hasMore {
            guard unsafe incoming.receive(from: socket) == nil else { return nil }
            // A message of more parts than any of ours would take memory for nothing.
            if tail.count < options.inboundPartLimit - 1 { tail.append(incoming.bytes) }
        }
        return Frames(head: head, tail: tail, sender: knowsSenders ? incoming.property("User-Id") : nil)
    }
}
