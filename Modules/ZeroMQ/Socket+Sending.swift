import CZeroMQ
import Glibc

/// Soundness: the pointer to the socket is used only on the thread that owns it and while it is open; the library
/// owns the copy of a frame that it has taken.
extension Socket {
    /// Offers one message and returns at once.
    ///
    /// - Parameter frames: At least one part; for a ROUTER the first one is the peer's routing id.
    /// - Returns: What became of it; a refused message is not sent in part.
    /// - Throws: `ZeroMQError` with code `tooLarge`, `closed`, `terminated` or what the library says.
    package func send(_ frames: Frames) throws(ZeroMQError) -> SendResult {
        unsafe try offer(frames, to: try openHandle(.send))
    }

    private func offer(_ frames: Frames, to socket: UnsafeMutableRawPointer) throws(ZeroMQError) -> SendResult {
        guard let head = frames.first else { preconditionFailure("A message has at least one frame.") }
        let tail = frames.tail
        try check(head)
        for part in tail { try check(part) }
        var result = unsafe try offer(head, more: !tail.isEmpty, to: socket)
        for (index, part) in tail.enumerated() where result == .sent {
            result = unsafe try offer(part, more: index < tail.count - 1, to: socket)
        }
        return result
    }

    private func check(_ part: [UInt8]) throws(ZeroMQError) {
        guard part.count <= options.outboundFrameLimit else {
            throw failure(.tooLarge(bytes: part.count, limit: options.outboundFrameLimit), .send)
        }
    }

    private func offer(
        _ part: [UInt8],
        more: Bool,
        to socket: UnsafeMutableRawPointer
    ) throws(ZeroMQError) -> SendResult {
        let flags = more ? ZMQ_DONTWAIT | ZMQ_SNDMORE : ZMQ_DONTWAIT
        // The library copies the bytes into a message of its own before it returns.
        let refusal = retrying {
            unsafe part.withUnsafeBytes { unsafe zmq_send(socket, $0.baseAddress, $0.count, flags) }
        }
        switch refusal {
        case nil: return .sent
        case EAGAIN: return .wouldBlock
        case EHOSTUNREACH: return .unreachable
        case ENOTSUP: throw failure(.wrongKind(kind), .send)
        case .some(let number): throw failure(.system(number), .send)
        }
    }

    /// Offers messages in order and returns at once.
    ///
    /// Order holds per peer: after one would block, the later ones to the same peer are refused without a try.
    ///
    /// - Throws: `ZeroMQError` as `send` does; the messages before the faulty one are sent.
    package func sendBatch(_ batch: [Frames]) throws(ZeroMQError) -> BatchResult {
        // Asked once a batch: to find out on which thread one is takes a call to the system.
        let socket = unsafe try openHandle(.send)
        var result = BatchResult()
        var fullPeers: Set<[UInt8]> = []
        for (index, frames) in batch.enumerated() {
            let peer = kind == .router ? frames.first ?? [] : []
            let outcome = fullPeers.contains(peer) ? .wouldBlock : unsafe try offer(frames, to: socket)
            switch outcome {
            case .sent: result.sentCount += 1
            case .unreachable: result.refused[index] = outcome
            case .wouldBlock:
                result.refused[index] = outcome
                fullPeers.insert(peer)
            }
        }
        return result
    }
}
