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
        precondition(!frames.isEmpty, "A message has at least one frame.")
        for part in frames where part.count > options.outboundFrameLimit {
            throw failure(.tooLarge(bytes: part.count, limit: options.outboundFrameLimit), .send)
        }
        for (index, part) in frames.enumerated() {
            let flags = index < frames.count - 1 ? ZMQ_DONTWAIT | ZMQ_SNDMORE : ZMQ_DONTWAIT
            // The library copies the bytes into a message of its own before it returns.
            let refusal = retrying {
                unsafe part.withUnsafeBytes { unsafe zmq_send(socket, $0.baseAddress, $0.count, flags) }
            }
            guard let number = refusal else { continue }
            switch number {
            case EAGAIN: return .wouldBlock
            case EHOSTUNREACH: return .unreachable
            case ENOTSUP: throw failure(.wrongKind(kind), .send)
            default: throw failure(.system(number), .send)
            }
        }
        return .sent
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
