/// A request with what is needed to answer it.
struct ServerRequest: Sendable {
    /// What came of reading a message.
    enum Reading {
        case request(ServerRequest)
        /// Ours, but wrong.
        case fault(FeedReply.Fault, peer: [UInt8], Envelope)
        /// Not our protocol: its sender would not understand an answer.
        case foreign
    }

    let peer: [UInt8]
    let envelope: Envelope
    let request: FeedRequest

    static func read(peer: [UInt8], frames: [[UInt8]]) -> Reading {
        var rest = frames[...]
        guard let envelope = Envelope(frames: &rest) else { return .foreign }
        do throws(FeedReply.Fault) {
            return .request(ServerRequest(peer: peer, envelope: envelope, request: try FeedRequest(frames: rest)))
        } catch {
            return .fault(error, peer: peer, envelope)
        }
    }
}
